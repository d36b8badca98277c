// Loaded before a client (node --require): it listens on this machine only, and reaches nothing beyond it.
'use strict';
const dns = require('node:dns');
const net = require('node:net');

const here = host => host === undefined || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

function refused(host) {
  return Object.assign(new Error(`${host} is not on this machine`), { code: 'ECONNREFUSED' });
}

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (first, ...rest) {
  if (first !== null && typeof first === 'object') {
    return listen.call(this, first.port === undefined ? first : { ...first, host: '127.0.0.1' }, ...rest);
  }

  const port = typeof first === 'number' || /^\d+$/.test(first ?? '');
  return port ? listen.call(this, first, '127.0.0.1', ...rest.filter(argument => typeof argument === 'function')) : listen.call(this, first, ...rest);
};

const lookup = dns.lookup;
dns.lookup = function (host, options, callback) {
  if (here(host)) {
    return lookup.call(dns, host, options, callback);
  }

  process.nextTick(typeof options === 'function' ? options : callback, refused(host));
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const options = (Array.isArray(args[0]) ? args[0] : args)[0];
  if (options !== null && typeof options === 'object' && options.path === undefined && !here(options.host)) {
    process.nextTick(() => this.destroy(refused(options.host)));
    return this;
  }

  return connect.apply(this, args);
};
