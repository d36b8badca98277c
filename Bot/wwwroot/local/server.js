// Talks to the bot: who this window is, its token, and one delivery id per press.

const { pod, persona } = document.body.dataset;
const who = new URLSearchParams({ pod, as: persona });
let token = document.querySelector('meta[name=local-token]').content;

export const address = path => `/local/${path}?${who}`;

// Asks for a part of the page. Null when the bot does not answer; a window that is behind then catches up later.
export async function part(path) {
  try {
    const response = await fetch(address(path));
    return response.ok ? { html: await response.text(), mark: response.headers.get('X-Local-Mark') } : null;
  } catch {
    return null;
  }
}

// Sends what a person did. A press that did not get through keeps its delivery id on its owner, so that sending it again never does it twice.
export async function send(path, owner, what) {
  owner.dataset.delivery ??= crypto.randomUUID();
  const body = JSON.stringify({ pod, persona, delivery: owner.dataset.delivery, ...what });
  try {
    let response = await post(path, body);
    if (response.status === 400 && await renewToken()) response = await post(path, body);
    const answer = await response.json();
    if (response.ok) {
      delete owner.dataset.delivery;
      return answer;
    }
    return failed(answer.detail ?? document.body.dataset.textFault);
  } catch {
    return failed(document.body.dataset.textUnreachable);
  }
}

const failed = text => ({ kind: 'say', tone: 'warning', text, failed: true });

const post = (path, body) => fetch(`/local/${path}`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Local-Token': token },
  body,
});

// A token is as old as the bot's process; after a restart the page fetches a new one.
async function renewToken() {
  const response = await fetch('/local/token');
  if (!response.ok) return false;
  token = (await response.json()).value;
  return true;
}
