// Tells screen readers what changed, politely, one sentence after the other; after a long gap only the latest.

const place = document.getElementById('announcer');
const MOST = 4;
const waiting = [];
let speaking = false;

export function announce(sentence) {
  if (!sentence || waiting.includes(sentence)) return;
  if (waiting.length === MOST) waiting.shift();
  waiting.push(sentence);
  if (!speaking) next();
}

function next() {
  speaking = waiting.length > 0;
  if (!speaking) return;
  place.textContent = waiting.shift();
  setTimeout(next, 700);
}
