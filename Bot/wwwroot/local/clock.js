// Moves the bot's clock, where there is a control for it. The bot does what is due in between before it answers; then the page is drawn anew.

export function watchClock() {
  document.querySelector('[data-clock]')?.addEventListener('submit', async event => {
    event.preventDefault();
    const { submitter, currentTarget } = event;
    if (currentTarget.ariaBusy === 'true') return;
    currentTarget.ariaBusy = 'true';
    try {
      await fetch('/dev/clock', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ advance: submitter.value }),
      });
      location.reload();
    } finally {
      currentTarget.ariaBusy = null;
    }
  });
}
