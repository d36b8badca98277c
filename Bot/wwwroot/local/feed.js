// Listens to what changed, fetches just that, and catches up after a gap: a lost connection, a restart of the bot, a window that slept.
import { address, part } from './server.js';
import { isShown, messagesAbout, parse, remove, show, showAll } from './messages.js';

const TOO_MANY = 15;
const PAUSE = 2000;
const lost = document.getElementById('lost');
const changed = new Map();
let source = null;
let mark = document.body.dataset.mark;
let number = 0;
let behind = false;
let working = false;

export function followFeed() {
  open();
  // A hidden window needs no connection of its own: a browser has only six to one place.
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
}

function open() {
  if (source || document.hidden) return;
  source = new EventSource(address('feed'));
  source.addEventListener('hello', event => greet(JSON.parse(event.data).mark));
  source.addEventListener('change', event => take(JSON.parse(event.data).change));
  source.addEventListener('error', () => {
    lost.hidden = false;
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    setTimeout(open, PAUSE);
  });
}

function close() {
  source?.close();
  source = null;
}

function greet(present) {
  lost.hidden = true;
  number = 0;
  if (present === mark) return;
  behind = true;
  work();
}

function take(change) {
  if (change.number !== number + 1) behind = true;
  number = change.number;
  changed.set(change.message, change.conversation);
  for (const item of messagesAbout(change.leads)) changed.set(item.id, item.parentElement.dataset.conversation);
  if (changed.size > TOO_MANY) behind = true;
  work();
}

// Fetches a message anew because this window itself changed it, without waiting to be told.
export function refetch(id) {
  const list = document.getElementById(id)?.closest('[data-conversation]');
  if (!list) return;
  changed.set(id, list.dataset.conversation);
  work();
}

// One thing at a time, so that an older answer never overtakes a newer one.
async function work() {
  if (working) return;
  working = true;
  while (behind || changed.size > 0) {
    if (behind) await catchUp();
    else await fetchNext();
  }
  working = false;
}

async function fetchNext() {
  const [[id, conversation]] = changed;
  changed.delete(id);
  const answer = await part(`messages/${encodeURIComponent(id)}`);
  if (!answer) return void (mark = null);
  const fresh = parse(answer.html).querySelector('.message');
  if (fresh) show(conversation, fresh);
  else if (isShown(id)) remove(id);
}

async function catchUp() {
  behind = false;
  changed.clear();
  const answer = await part('conversations');
  if (!answer) return void (mark = null);
  mark = answer.mark;
  for (const list of parse(answer.html).querySelectorAll('[data-conversation]')) showAll(list.dataset.conversation, list);
}
