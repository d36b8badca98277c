// Buttons of cards, and the dialog that some of them open.
import { refetch } from './feed.js';
import { send } from './server.js';
import { whisper } from './whispers.js';

const dialog = document.getElementById('ask');
const form = dialog.querySelector('form');
let opener = null;

export function watchClicks() {
  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-action]');
    if (button) press(button);
    else if (event.target.closest('[data-cancel]')) dialog.close();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  dialog.addEventListener('close', giveFocusBack);
}

async function press(button) {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  const answer = await send('click', button, { action: button.dataset.action, value: button.dataset.value });
  button.ariaBusy = null;
  if (answer.kind === 'ask') ask(button, answer.html);
  else settle(button, answer);
}

// Shows the answer where it was asked for.
function settle(button, answer) {
  const message = button.closest('.message');
  if (answer.kind === 'redraw') {
    const own = button.closest('.whisper');
    if (own) {
      own.remove();
      message?.focus({ preventScroll: true });
    }
    if (message) refetch(message.id);
  } else {
    whisper(button, answer);
    if (message && !answer.failed) refetch(message.id);
  }
}

// Asks what a button, or a command, needs to know.
export function ask(button, html) {
  opener = button;
  delete form.dataset.delivery;
  form.innerHTML = html;
  dialog.showModal();
}

async function submit() {
  const { form: id, value, ...answers } = Object.fromEntries(new FormData(form));
  const sender = form.querySelector('[type=submit]');
  if (sender.ariaBusy === 'true') return;
  sender.ariaBusy = 'true';
  const answer = await send('form', form, { id, value, answers });
  sender.ariaBusy = null;
  if (answer.failed) return complain(answer.text);
  if (answer.kind === 'correct') return correct(answer.errors);
  dialog.close();
  settle(opener, answer);
}

// What is wrong is said at its field; the first wrong field gets the focus.
function correct(errors) {
  clearErrors();
  let first = null;
  for (const { field, sentence } of errors) {
    const inputs = [...form.querySelectorAll(`[name="${CSS.escape(field)}"]`)];
    if (inputs.length === 0) {
      complain(sentence);
      continue;
    }
    const note = addError(inputs[0].closest('.ab-field'), `ab-${field.replaceAll('.', '-')}-error`, sentence);
    for (const input of inputs) {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', [note.id, ...described(input)].join(' '));
    }
    first ??= inputs[0];
  }
  first?.focus();
}

const described = input => (input.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id && !id.endsWith('-error'));

function complain(sentence) {
  clearErrors();
  addError(form.querySelector('.ab-form-buttons'), 'ab-form-error', sentence, 'before').setAttribute('role', 'alert');
}

function addError(place, id, sentence, where = 'append') {
  const note = document.createElement('p');
  note.className = 'ab-error';
  note.id = id;
  note.textContent = sentence;
  place[where](note);
  return note;
}

function clearErrors() {
  for (const note of form.querySelectorAll('.ab-error')) note.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    input.setAttribute('aria-describedby', described(input).join(' '));
  }
}

// The pressed button is often gone by now; then its message is the place to be.
function giveFocusBack() {
  form.replaceChildren();
  const message = opener?.closest('.message');
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  else message?.focus({ preventScroll: true });
}
