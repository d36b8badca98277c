// On a narrow window one conversation is seen at a time; the links at the top change it and count what is new in the other.

const links = [...document.querySelectorAll('[data-view-link]')];
const unread = document.querySelector('[data-unread]');
let count = 0;

export function watchViews() {
  for (const link of links) {
    link.addEventListener('click', event => {
      event.preventDefault();
      view(link.dataset.viewLink);
      document.getElementById(link.dataset.viewLink).focus({ preventScroll: true });
    });
  }
  document.querySelector('.skip').addEventListener('click', () => view('channel'));
}

export function countUnread(name) {
  if (name !== 'direct' || document.body.dataset.view === 'direct' || !isNarrow()) return;
  count += 1;
  unread.textContent = ` (${count})`;
}

const isNarrow = () => getComputedStyle(document.querySelector('.views')).display !== 'none';

function view(name) {
  document.body.dataset.view = name;
  for (const link of links) {
    if (link.dataset.viewLink === name) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  const scroller = document.querySelector(`#${name} .scroll`);
  scroller.scrollTop = scroller.scrollHeight;
  if (name !== 'direct') return;
  count = 0;
  unread.textContent = '';
}
