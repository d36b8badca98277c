// Keeps the figures fresh. Without it the page works all the same: it shows what was true when it was opened.
const figures = document.getElementById('figures');
const lost = document.getElementById('lost');
const filters = document.querySelector('.filters');
const pause = 800;

// Choices that choose nothing have no place in an address that people share.
filters.addEventListener('submit', () => {
  for (const field of filters.querySelectorAll('select, input')) field.disabled = field.value === '';
});
// A page that comes back by the browser's own "back" can be chosen in again.
window.addEventListener('pageshow', () => {
  for (const field of filters.querySelectorAll('select, input')) field.disabled = false;
});

let waiting = 0;

function refreshSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, pause);
}

async function refresh() {
  const open = [...figures.querySelectorAll('details[open]')].map(place);
  const focused = figures.contains(document.activeElement) ? place(document.activeElement) : null;
  const answer = await fetch(`/dashboard/figures${location.search}`, { headers: { accept: 'text/html' } });
  if (answer.status === 401) return location.reload();
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  figures.replaceChildren(...fresh.body.childNodes);
  for (const where of open) find(where)?.setAttribute('open', '');
  find(focused)?.focus({ preventScroll: true });
  figures.dataset.fresh = String(Number(figures.dataset.fresh ?? 0) + 1);
}

// Where an element stands: the nearest named one around it, and which of its kind it is there.
function place(element) {
  const around = element.parentElement.closest('[id]') ?? figures;
  return { id: around.id, kind: element.tagName, at: [...around.querySelectorAll(element.tagName)].indexOf(element) };
}

function find(where) {
  return where && document.getElementById(where.id)?.querySelectorAll(where.kind)[where.at];
}

const live = new EventSource(document.body.dataset.live);
live.addEventListener('hello', () => {
  // After a gap something may have been missed.
  if (!lost.hidden) refreshSoon();
  lost.hidden = true;
  document.body.dataset.connected = 'true';
});
live.addEventListener('change', refreshSoon);
live.addEventListener('over', () => location.reload());
live.addEventListener('error', () => { lost.hidden = false; });
