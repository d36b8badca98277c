// Answers that only this window sees. They are gone when dismissed or reloaded.
import { announce } from './announcer.js';
import { parse } from './messages.js';

const template = document.getElementById('whisper');

export function watchWhispers() {
  document.addEventListener('click', event => {
    const own = event.target.closest('[data-dismiss]')?.closest('.whisper');
    if (!own) return;
    const back = own.closest('.message') ?? document.getElementById('command');
    own.remove();
    back?.focus({ preventScroll: true });
  });
}

// Shows a sentence or a card near what was pressed; one such answer per place.
export function whisper(near, answer) {
  if (answer.kind !== 'say' && answer.kind !== 'show') return;
  const place = (near.closest('.message') ?? near.closest('.pane')).querySelector(':scope > [data-whispers], :scope > .scroll > [data-whispers]');
  const own = template.content.firstElementChild.cloneNode(true);
  if (answer.kind === 'say') own.classList.add(`ab-tone-${answer.tone}`);
  const said = own.querySelector('[data-said]');
  if (answer.kind === 'show') said.append(parse(answer.html));
  else said.append(Object.assign(document.createElement('p'), { textContent: answer.text }));
  place.replaceChildren(own);
  own.scrollIntoView({ block: 'nearest' });
  if (answer.kind === 'show') own.focus({ preventScroll: true });
  announce(answer.text);
}

export const hush = near => near.closest('.message')?.querySelector('[data-whispers]')?.replaceChildren();
