/**
 * Follows what takes a while: asks the address in `data-waiting` how far it has come, and shows the page again once the
 * answer is no longer the status it waits with. Until then the answer's words stand where `data-progress` is. Without
 * this, a link on the page does the same.
 */
export function followWaiting() {
  const place = document.querySelector('[data-waiting]');
  if (place) ask(place, 500);
}

const LONGEST = 5000;
const STILL = { status: 'waiting' };

function ask(place, after) {
  setTimeout(async () => {
    const { status, progress } = await statusAt(place.dataset.waiting);
    if (status !== 'waiting') return location.reload();
    if (progress) place.querySelector('[data-progress]').textContent = progress;
    ask(place, Math.min(after * 1.5, LONGEST));
  }, after);
}

/** A laptop that was closed has no network for a moment: that is waiting too. */
async function statusAt(address) {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } });
    return answer.status >= 500 ? STILL : await answer.json();
  } catch {
    return STILL;
  }
}
