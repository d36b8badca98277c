// Starts Microsoft's Agents Playground on this machine alone: playground.mjs [PORT [BOT [CONFIG]]]
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = file => fileURLToPath(new URL(file, import.meta.url));
const [port = '56150', bot = 'http://127.0.0.1:5080/api/messages', config = here('playground.yml')] = process.argv.slice(2);
const guard = here('loopback-only.cjs');
require(guard);
Object.assign(process.env, {
  NODE_OPTIONS: `--require="${guard}"`,
  TEAMSAPPTESTER_BROWSER: 'none',
  M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
  M365_AGENTS_PLAYGROUND_LOGFILE: path.join(os.tmpdir(), `agents-playground-${port}.log`),
});
process.argv = [
  ...process.argv.slice(0, 2), 'start', '-e', bot, '-c', 'msteams', '-p', port, '--su', `http://127.0.0.1:${port}/_connector`, '--disable-telemetry',
];
require('@microsoft/m365agentsplayground/cli.js');
