import type { Page } from 'playwright-core';

/** Day, month, year and the button that opens a calendar. */
const STOPS_OF_A_DAY = 4;

/** What is wrong with the way through a page with the Tab key; empty when all is well. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const wanted = await page.evaluate<string[]>(`${COLLECT}; collect()`);
  const faults: string[] = [];
  const reached: number[] = [];
  const days = wanted.filter(one => one.includes('type="date"')).length;
  for (let step = 0; step < wanted.length + 5 + days * STOPS_OF_A_DAY; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<Place>(WHERE);
    // past the last thing Tab leaves the page, or on a busy machine begins again at once
    if (at.index < 0 || (at.index === 0 && reached.at(-1) === wanted.length - 1)) break;
    if (!at.seen) faults.push(`the focus cannot be seen on ${wanted[at.index]}`);
    reached.push(at.index);
  }
  const missed = wanted.filter((_, index) => !reached.includes(index));
  if (missed.length) faults.push(`Tab does not reach ${missed.join(', ')}`);
  const back = reached.findIndex((index, step) => step > 0 && index < reached[step - 1]!);
  if (back > 0) faults.push(`Tab goes back from ${wanted[reached[back - 1]!]} to ${wanted[reached[back]!]}`);
  return faults;
}

type Place = { index: number; seen: boolean };

/**
 * Runs in the page; as text, for the project's code has no business with the browser's types. Every thing that can be
 * used is remembered with how it looks at rest. Of the radios of one question Tab reaches only one.
 */
const COLLECT = `
const look = one => {
  const style = getComputedStyle(one);
  return [style.outlineStyle + style.outlineWidth + style.outlineColor, style.boxShadow, style.backgroundColor].join();
};
function collect() {
  const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const questions = new Set();
  window.toBeReached = [...document.querySelectorAll(usable)].filter(one => {
    if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.type !== 'radio') return true;
    const question = [...document.getElementsByName(one.name)].filter(other => other.form === one.form);
    return one === (question.find(other => other.checked) ?? question[0]);
  });
  const marks = document.querySelectorAll('.govuk-radios__input, .govuk-checkboxes__input');
  window.atRest = new Map(window.toBeReached.map(one => [one, look(one)]));
  window.markAtRest = new Map([...marks].map(one => [one, getComputedStyle(one.labels[0], '::before').boxShadow]));
  return window.toBeReached.map(one => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 120));
}`;

/** Which of them has the focus, and whether it looks other than at rest. -1 when Tab left the page. */
const WHERE = `(() => {
  const one = document.activeElement;
  const index = window.toBeReached.indexOf(one);
  if (index < 0) return { index, seen: true };
  const mark = window.markAtRest.has(one) &&
    getComputedStyle(one.labels[0], '::before').boxShadow !== window.markAtRest.get(one);
  const style = getComputedStyle(one);
  const now = [style.outlineStyle + style.outlineWidth + style.outlineColor, style.boxShadow, style.backgroundColor].join();
  const { top, bottom } = one.getBoundingClientRect();
  const inSight = bottom > 0 && top < innerHeight;
  return { index, seen: inSight && (mark || now !== window.atRest.get(one)) };
})()`;
