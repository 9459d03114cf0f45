import type { HTMLElement } from 'node-html-parser';

/** The visible words of a page, blanks drawn together. Its scripts say nothing to anybody, and stand empty meanwhile. */
export function wordsOf(page: HTMLElement): string {
  const body = page.querySelector('body') ?? page;
  const scripts = body.querySelectorAll('script').map(script => ({ script, code: script.childNodes }));
  for (const { script } of scripts) script.childNodes = [];
  const words = body.structuredText.replace(/\s+/g, ' ').trim();
  for (const { script, code } of scripts) script.childNodes = code;
  return words;
}
