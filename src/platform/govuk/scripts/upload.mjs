/** Says that a file is on its way, in forms marked `data-upload`; the browser itself sends it and shows what comes back. */
export function followUploads() {
  for (const form of document.querySelectorAll('form[data-upload]')) {
    form.addEventListener('submit', () => sayThatItIsOnItsWay(form));
  }
  window.addEventListener('pageshow', forgetUploads);
}

function sayThatItIsOnItsWay(form) {
  const file = form.querySelector('input[type=file]')?.files[0];
  const place = form.querySelector('.cg-upload__progress');
  if (!file || !place) return;
  const bar = document.createElement('progress');
  bar.setAttribute('aria-hidden', 'true');
  const words = document.createElement('span');
  words.textContent = `Sending ${file.name} (${size(file.size)}) and reading it. This takes a few seconds.`;
  place.replaceChildren(bar, words);
}

/** Coming back by the browser's back button, nothing is on its way any more. */
function forgetUploads() {
  for (const place of document.querySelectorAll('.cg-upload__progress')) place.replaceChildren();
}

function size(bytes) {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
