/**
 * Edits a row of a list in its place without showing the page anew: links marked `data-edit-row` and what is saved or
 * cancelled there fetch the page that they lead to and put its row where the old one was. Without this the browser goes
 * to the same pages. `shown` is called for what was put in place.
 */
export function followEditing(shown) {
  for (const link of document.querySelectorAll('a[data-edit-row], a[data-edit-cancel]'))
    once(link, 'click', event => {
      if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      swap(link.closest('tr'), link.href, undefined, shown);
    });
  for (const form of document.querySelectorAll('form[data-edit-form]'))
    once(form, 'submit', event => {
      event.preventDefault();
      swap(form.closest('tr'), form.action, new URLSearchParams(new FormData(form)), shown);
    });
}

function once(element, kind, act) {
  if (element.dataset.followed) return;
  element.dataset.followed = 'yes';
  element.addEventListener(kind, act);
}

/** What is not the list with the row in it (a clash, a fault) is shown whole; what cannot be fetched, by the browser. */
async function swap(row, address, body, shown) {
  if (row.dataset.busy) return;
  row.dataset.busy = 'yes';
  const answer = await fetch(address, body ? { method: 'POST', body } : {}).catch(() => undefined);
  delete row.dataset.busy;
  if (!answer)
    return say(row, 'There is no connection. What you typed is still here: try again in a moment.');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = answer.ok && rowOf(page, idOf(row));
  if (!fresh) return show(page, answer, shown);
  row.replaceWith(fresh);
  tell(page);
  shown();
  focusOn(fresh);
}

const idOf = row => row.id || row.querySelector('[id^="line-"]')?.id;
const rowOf = (page, id) => id && page.getElementById(id)?.closest('tr');

function show(page, answer, shown) {
  if (answer.ok && answer.redirected) return location.assign(answer.url);
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  window.scrollTo(0, 0);
  shown();
}

/** The sentence after an act, where the page would have it. */
function tell(page) {
  const notice = page.querySelector('.cg-notice');
  const main = document.querySelector('main');
  document.querySelector('.cg-notice')?.remove();
  if (notice && main) main.prepend(notice);
}

function focusOn(row) {
  const field = row.querySelector('textarea, [data-edit-row]');
  field?.focus();
}

function say(row, words) {
  const place = row.querySelector('.cg-edit-row__said') ?? document.createElement('p');
  place.className = 'cg-edit-row__said govuk-error-message';
  place.setAttribute('role', 'alert');
  place.textContent = words;
  (row.querySelector('form') ?? row.cells[0]).append(place);
}
