// Puts fresh messages in their place. Only what changed is replaced; focus, scroll, open folds and half-typed words stay.
import { announce } from './announcer.js';
import { countUnread } from './views.js';

const MOST = 90;
const drawn = new WeakMap();
const lists = name => document.querySelector(`[data-conversation=${name}]`);
const atEnd = scroller => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;

// Keeps how each part was drawn, because opening a fold changes the element itself.
export function remember(root) {
  for (const element of root.querySelectorAll('[data-part]')) drawn.set(element, element.outerHTML);
}

export function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

// Shows one message anew, or for the first time.
export function show(name, fresh) {
  const list = lists(name);
  keepPlace(list.closest('.scroll'), () => {
    const known = document.getElementById(fresh.id);
    if (known) refresh(known, fresh);
    else append(list, name, fresh);
  });
}

// Shows a whole conversation anew and drops what is no longer in it.
export function showAll(name, freshList) {
  const list = lists(name);
  const kept = new Set([...freshList.children].map(item => item.id));
  keepPlace(list.closest('.scroll'), () => {
    for (const item of [...list.children]) if (!kept.has(item.id) && !isInUse(item)) item.remove();
    for (const fresh of [...freshList.children]) {
      const known = document.getElementById(fresh.id);
      if (known) refresh(known, fresh);
      else append(list, name, fresh);
    }
  });
}

export const remove = id => document.getElementById(id)?.remove();

export const messagesAbout = leads => [...document.querySelectorAll('[data-conversation] > .message')]
  .filter(item => item.dataset.leads.split(' ').some(lead => leads.includes(lead)));

export const isShown = id => document.getElementById(id) !== null;

export function showLatest() {
  for (const scroller of document.querySelectorAll('.scroll')) scroller.scrollTop = scroller.scrollHeight;
}

export function watchScrolling() {
  for (const scroller of document.querySelectorAll('.scroll')) {
    const button = scroller.parentElement.querySelector('.newer');
    if (!button) continue;
    scroller.addEventListener('scroll', () => { if (atEnd(scroller)) button.hidden = true; }, { passive: true });
    button.addEventListener('click', () => {
      scroller.scrollTop = scroller.scrollHeight;
      scroller.querySelector('.message:last-child')?.focus({ preventScroll: true });
    });
  }
}

function append(list, name, fresh) {
  const following = atEnd(list.closest('.scroll'));
  remember(fresh);
  list.append(fresh);
  for (const old of [...list.children].slice(0, Math.max(0, list.children.length - MOST))) if (!isInUse(old)) old.remove();
  announce(fresh.dataset.summary);
  countUnread(name);
  const newer = list.closest('.pane').querySelector('.newer');
  if (newer && !following) newer.hidden = false;
}

function refresh(known, fresh) {
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const old = known.querySelector(`[data-part=${part.dataset.part}]`);
    const html = part.outerHTML;
    if (!old || drawn.get(old) === html) continue;
    tellChange(known, old, fresh, part);
    replace(known, old, part);
    drawn.set(part, html);
  }
  known.dataset.summary = fresh.dataset.summary;
  known.dataset.leads = fresh.dataset.leads;
}

function replace(message, old, part) {
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  if (old.querySelector('details')?.open) part.querySelector('details')?.setAttribute('open', '');
  old.replaceWith(part);
  if (active) (twin(active, part) ?? message).focus({ preventScroll: true });
}

// The same button or fold in the new part, if it is still there.
function twin(element, part) {
  if (element.dataset.action) return part.querySelector(`[data-action="${CSS.escape(element.dataset.action)}"][data-value="${CSS.escape(element.dataset.value)}"]`);
  return element.localName === 'summary' ? part.querySelector('summary') : null;
}

function tellChange(known, old, fresh, part) {
  if (part.dataset.part === 'said' && known.dataset.summary !== fresh.dataset.summary) announce(fresh.dataset.summary);
  if (part.dataset.part === 'thread' && old.dataset.replies !== part.dataset.replies) announce(part.dataset.latest);
}

// True while somebody is at work in a message: then it stays.
const isInUse = item => item.contains(document.activeElement) || [...item.querySelectorAll('textarea')].some(box => box.value !== '');

// A reader at the end stays at the end; a reader further up keeps the same message under their eyes.
function keepPlace(scroller, change) {
  const followed = atEnd(scroller);
  const top = scroller.getBoundingClientRect().top;
  const anchor = [...scroller.querySelectorAll('.message')].find(item => item.getBoundingClientRect().bottom > top);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (followed) scroller.scrollTop = scroller.scrollHeight;
  else if (anchor?.isConnected) scroller.scrollTop += anchor.getBoundingClientRect().top - before;
}
