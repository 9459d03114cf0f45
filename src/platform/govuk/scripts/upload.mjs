/**
 * Shows how much of a file has been sent, in forms marked `data-upload`. Without this the browser sends the form by
 * itself, and the person sees the same pages. `shown` is called when a page that came back has been put in place.
 */
export function followUploads(shown) {
  for (const form of document.querySelectorAll('form[data-upload]')) {
    form.addEventListener('submit', event => {
      const file = form.querySelector('input[type=file]')?.files[0];
      if (!file) return; // the server says what is missing
      event.preventDefault();
      if (!form.dataset.sending) send(form, file, shown);
    });
  }
}

/** Coming back by the browser's back button, nothing is on its way any more. */
export function forgetUploads() {
  for (const form of document.querySelectorAll('form[data-upload]')) stop(form, '');
}

function send(form, file, shown) {
  const sending = new XMLHttpRequest();
  const progress = begin(form, file);
  sending.upload.onprogress = ({ loaded, total }) => progress.sent(total ? loaded / total : 0);
  sending.upload.onload = () => progress.allSent();
  sending.onload = () => arrive(sending, form, shown);
  sending.onerror = () =>
    stop(form, `${file.name} could not be sent. Check the connection, then send it again.`);
  sending.open('POST', form.action);
  sending.send(new FormData(form));
}

/** A redirect was followed on the way here: the browser goes there itself. Anything else is a page to show in place. */
function arrive(sending, form, shown) {
  if (sending.status < 400 && sending.responseURL !== form.action)
    return location.assign(sending.responseURL);
  const page = new DOMParser().parseFromString(sending.responseText, 'text/html');
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  window.scrollTo(0, 0);
  shown();
}

function begin(form, file) {
  const place = form.querySelector('.cg-upload__progress');
  const bar = element('progress', { max: '100', value: '0', 'aria-label': `Sending ${file.name}` });
  const percent = element('span', { class: 'cg-upload__percent', 'aria-hidden': 'true' });
  form.dataset.sending = 'yes';
  form.querySelector('button[type=submit]').setAttribute('aria-disabled', 'true');
  place.replaceChildren(bar, percent);
  const say = speaker(form);
  say(`Sending ${file.name} (${size(file.size)}).`);
  const show = part => {
    bar.value = part * 100;
    percent.textContent = `${Math.floor(part * 100)}%`;
  };
  show(0);
  return {
    sent: part => {
      show(part);
      if (part < 1) say.sometimes(`${Math.floor(part * 100)}% of ${file.name} is sent.`);
    },
    allSent: () => {
      show(1);
      say(`${file.name} is sent. The next page opens by itself.`);
    },
  };
}

function stop(form, words) {
  delete form.dataset.sending;
  form.querySelector('button[type=submit]').removeAttribute('aria-disabled');
  form.querySelector('.cg-upload__progress').replaceChildren();
  form.querySelector('.cg-upload__said').textContent = words;
}

/** How often a screen reader is told of the progress. In milliseconds. */
const SOMETIMES = 10_000;

/** What is put into the status is read out: the beginning, the end, and now and then between. */
function speaker(form) {
  const place = form.querySelector('.cg-upload__said');
  let last = 0;
  const say = words => {
    last = performance.now();
    place.textContent = words;
  };
  say.sometimes = words => performance.now() - last > SOMETIMES && say(words);
  return say;
}

function element(name, attributes) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

function size(bytes) {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
