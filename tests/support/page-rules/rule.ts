import type { HTMLElement } from 'node-html-parser';

export type Checked = { root: HTMLElement; html: string; status: number };

/** Finds faults, each a sentence; none when the page keeps the rule. */
export type PageRule = (page: Checked) => string[];

/** A rule that looks at elements one by one. `fault` gives the sentence, or nothing. */
export function forEach(
  selector: string,
  fault: (element: HTMLElement, page: Checked) => string | undefined,
): PageRule {
  return page =>
    page.root
      .querySelectorAll(selector)
      .map(element => fault(element, page))
      .filter(found => found !== undefined);
}

/** What a screen reader would say for a link or a button. */
export function spokenText(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label;
  const images = element.querySelectorAll('img').map(image => image.getAttribute('alt') ?? '');
  const drawings = element.querySelectorAll('svg').map(drawing => drawing.getAttribute('aria-label') ?? '');
  return oneLine([element.textContent, ...images, ...drawings].join(' '));
}

/** The opening tag, to tell a reader of the test which element is meant. */
export function tagOf(element: HTMLElement): string {
  return `<${[element.rawTagName, element.rawAttrs.trim()].filter(Boolean).join(' ')}>`.slice(0, 160);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function hasId(root: HTMLElement, id: string): boolean {
  return root.querySelectorAll('[id]').some(element => element.getAttribute('id') === id);
}
