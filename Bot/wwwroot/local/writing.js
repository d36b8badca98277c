// What people type: commands, and replies under a card.
import { ask } from './actions.js';
import { refetch } from './feed.js';
import { send } from './server.js';
import { hush, whisper } from './whispers.js';

export function watchComposer() {
  const composer = document.querySelector('.composer');
  const box = composer.elements.text;
  composer.addEventListener('submit', event => {
    event.preventDefault();
    const text = box.value.trim();
    if (text) once(composer, async () => {
      const answer = await send('command', composer, { text });
      if (!answer.failed) box.value = '';
      if (answer.kind === 'ask') ask(box, answer.html);
      else whisper(composer, answer);
    });
  });
}

export function watchReplies() {
  document.addEventListener('submit', event => {
    const form = event.target.closest('form[data-reply]');
    if (!form) return;
    event.preventDefault();
    once(form, () => reply(form));
  });
  // Enter sends, as in every chat; with Shift it breaks the line.
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.target.matches('[data-reply] textarea')) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });
  document.addEventListener('toggle', event => {
    if (event.target.matches('.reply-box') && event.target.open) event.target.querySelector('textarea').focus();
  }, true);
}

export function watchSampleButton() {
  const button = document.querySelector('[data-sample-lead]');
  button.addEventListener('click', () => once(button, async () => whisper(button, await send('sample-lead', button, {}))));
}

async function reply(form) {
  const message = form.closest('.message');
  const box = form.elements.text;
  const answer = await send('reply', form, { message: message.id, lead: form.elements.lead.value, text: box.value });
  if (answer.kind !== 'redraw') return whisper(form, answer);
  box.value = '';
  hush(form);
  refetch(message.id);
}

// A second press while the first is under way does nothing.
async function once(owner, work) {
  if (owner.ariaBusy === 'true') return;
  owner.ariaBusy = 'true';
  await work();
  owner.ariaBusy = null;
}
