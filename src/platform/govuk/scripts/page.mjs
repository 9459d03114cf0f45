// Nothing on a page needs this file; it makes some things quicker.
import { initAll } from './govuk-frontend.min.js';
import { followUploads } from './upload.mjs';
import { followWaiting } from './waiting.mjs';

initAll();
followUploads();
followWaiting();
showCurrentNavigation();

/** On a phone the navigation scrolls sideways: bring the current place into sight. */
function showCurrentNavigation() {
  const list = document.querySelector('.cg-navigation__list');
  const current = list?.querySelector('[aria-current]');
  if (current) list.scrollLeft = current.offsetLeft - list.offsetLeft - 24;
}
