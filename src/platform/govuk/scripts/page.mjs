// Nothing on a page needs this file; it makes some things quicker.
import { followEditing } from './edit-row.mjs';
import { initAll } from './govuk-frontend.min.js';
import { moveInGrids } from './grid.mjs';
import { followUploads, forgetUploads } from './upload.mjs';
import { followWaiting } from './waiting.mjs';

begin();
window.addEventListener('pageshow', forgetUploads);

/** Also for a page that was put in place by an upload. */
function begin() {
  initAll();
  followUploads(begin);
  followWaiting();
  followEditing(begin);
  moveInGrids();
  showCurrentNavigation();
}

/** On a phone the navigation scrolls sideways: bring the current place into sight. */
function showCurrentNavigation() {
  const list = document.querySelector('.cg-navigation__list');
  const current = list?.querySelector('[aria-current]');
  if (current) list.scrollLeft = current.offsetLeft - list.offsetLeft - 24;
}
