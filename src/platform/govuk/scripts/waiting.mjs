/**
 * Follows what takes a while: asks the address in `data-waiting` how far it has come, and shows the page again once the
 * answer is no longer the status it waits with. Without this, a link on the page does the same.
 */
export function followWaiting() {
  const place = document.querySelector('[data-waiting]');
  if (place) ask(place, 500);
}

const LONGEST = 5000;

function ask(place, after) {
  setTimeout(async () => {
    if ((await statusAt(place.dataset.waiting)) === 'waiting') ask(place, Math.min(after * 1.5, LONGEST));
    else location.reload();
  }, after);
}

/** A laptop that was closed has no network for a moment: that is waiting too. */
async function statusAt(address) {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } });
    return answer.status >= 500 ? 'waiting' : (await answer.json()).status;
  } catch {
    return 'waiting';
  }
}
