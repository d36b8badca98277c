// The same decision by Slack's own framework: verify, parse, load, decide, make durable (lead, event, owed message, delivery, timer), acknowledge.
// usage: node server.mjs DATABASE PORT LEADS        It prints "ready" when it listens.
import bolt from '@slack/bolt';
import Database from 'better-sqlite3';

const [path, port, leads] = process.argv.slice(2);
const db = new Database(path);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('wal_autocheckpoint = 8000');
db.exec(`
  CREATE TABLE leads (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, owner TEXT, version INTEGER NOT NULL, document TEXT NOT NULL);
  CREATE TABLE events (lead INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL, fact TEXT NOT NULL, PRIMARY KEY (lead, number)) WITHOUT ROWID;
  CREATE TABLE outbox (id INTEGER PRIMARY KEY, effect TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL, subject TEXT NOT NULL, not_before INTEGER NOT NULL);
  CREATE TABLE deliveries (id TEXT NOT NULL PRIMARY KEY, answer TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE timers (key TEXT NOT NULL PRIMARY KEY, due INTEGER NOT NULL, subject TEXT NOT NULL) WITHOUT ROWID;
`);

const mask = (1n << 64n) - 1n;
const idOf = number => (0x20000 + Math.floor(number / 40)).toString(16).padStart(5, '0') + ((BigInt(number) * 0x9E3779B97F4A7C15n) & mask).toString(16).padStart(16, '0').slice(0, 5);
const document = {
  state: { is: 'offered' }, firstName: 'Ada', lastName: 'Byron', title: 'CTO', phone: '+44 20 7946 0000', email: 'ada@example.com',
  company: { name: 'Example Ltd', domain: 'example.com', industry: 'Software', employees: 250, country: 'GB' }, source: 'webinar', campaign: 'Q4 webinar',
  marketer: 'max@example.com', score: 82, notes: 'Asked for a demo', fields: [{ name: 'budget', value: '50k' }],
  activities: [{ at: '2026-11-23T09:00:00Z', kind: 'page_visited', detail: 'Pricing' }, { at: '2026-11-23T09:00:00Z', kind: 'webinar_attended', detail: 'Q4 webinar' }],
  clocks: [{ clause: 'decide', startedAt: '2026-11-23T09:00:00Z' }],
};
const seed = db.prepare('INSERT INTO leads (id, state, version, document) VALUES (?, ?, 1, ?)');
db.transaction(() => {
  for (let number = 0; number < +leads; number++) seed.run(idOf(number), 'offered', JSON.stringify(document));
})();

const find = db.prepare('SELECT number, version, document FROM leads WHERE id = ?');
const update = db.prepare('UPDATE leads SET state = ?, owner = ?, version = version + 1, document = ? WHERE number = ? AND version = ?');
const addEvent = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)');
const owe = db.prepare('INSERT INTO outbox (effect, conversation, subject, not_before) VALUES (?, ?, ?, ?) ON CONFLICT (effect) DO NOTHING');
const deliver = db.prepare('INSERT INTO deliveries VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING');
const setTimer = db.prepare('INSERT INTO timers VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET due = excluded.due');
const accept = db.transaction((id, user, delivery, now) => {
  const lead = find.get(id);
  if (!lead) return false;
  const known = JSON.parse(lead.document);
  if (known.state.is !== 'offered' || deliver.run(delivery, '{"redraw":true}', now).changes === 0) return false;
  known.state = { is: 'accepted', owner: user, at: now };
  known.clocks = [{ ...known.clocks[0], stoppedAt: now }, { clause: 'first_contact', startedAt: now }];
  if (update.run('accepted', user, JSON.stringify(known), lead.number, lead.version).changes === 0) return false;
  addEvent.run(lead.number, lead.version + 1, now, 'member/' + user, 'accepted', '{}');
  owe.run(`slack:lead/${id}/v${lead.version + 1}`, 'C0123', 'lead/' + id, now);
  setTimer.run('undo/' + id, now + 300000, 'lead/' + id);
  return true;
});

const app = new bolt.App({
  signingSecret: process.env.SIGNING_SECRET,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BOT', botUserId: 'U0BOT' }),
  logLevel: bolt.LogLevel.ERROR,
});
app.action('lead.accept.v1', async ({ ack, action, body }) => {
  if (!accept(action.value, body.user.id, `${action.action_ts}:${body.user.id}:${action.value}`, Date.now())) throw new Error('The click was refused.');
  await ack();
});
await app.start({ port: +port, host: '127.0.0.1' });
console.log('ready');
