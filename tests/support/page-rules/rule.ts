import { type HTMLElement, parse } from 'node-html-parser';

export type Checked = {
  root: HTMLElement;
  html: string;
  status: number;
  /** All of the page, in its order: a rule for a kind of element need not walk through the page again. */
  elements: HTMLElement[];
  ids: ReadonlySet<string>;
};

/** Finds faults, each a sentence; none when the page keeps the rule. */
export type PageRule = (page: Checked) => string[];

export function readChecked(html: string, status: number): Checked {
  const root = parse(html, { comment: false, blockTextElements: { script: true, style: true } });
  const elements = root.querySelectorAll('*');
  const ids = elements.map(element => element.getAttribute('id')).filter(id => id !== undefined);
  return { root, html, status, elements, ids: new Set(ids) };
}

/** A rule that looks at elements one by one. `fault` gives the sentence, or nothing. */
export function forEach(
  selector: string,
  fault: (element: HTMLElement, page: Checked) => string | undefined,
): PageRule {
  const select = selection(selector);
  return page =>
    select(page)
      .map(element => fault(element, page))
      .filter(found => found !== undefined);
}

type Selection = (page: Checked) => HTMLElement[];

const TAGS = /^[a-z0-9]+(, [a-z0-9]+)*$/;
const ATTRIBUTES = /^\[[a-z-]+\](, \[[a-z-]+\])*$/;

/** What `querySelectorAll` finds, without its walk for kinds and attributes, which most rules ask for. */
export function selection(selector: string): Selection {
  if (selector === '*') return page => page.elements;
  const names = new Set(selector.replace(/[[\]]/g, '').split(', '));
  if (TAGS.test(selector))
    return ({ elements }) => elements.filter(({ rawTagName }) => names.has(rawTagName.toLowerCase()));
  if (ATTRIBUTES.test(selector))
    return ({ elements }) =>
      elements.filter(element => names.values().some(name => element.hasAttribute(name)));
  return ({ root }) => root.querySelectorAll(selector);
}

/** What a screen reader would say for a link or a button. */
export function spokenText(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label;
  const within = element.querySelectorAll('img, svg');
  const images = within.filter(isKind('img')).map(image => image.getAttribute('alt') ?? '');
  const drawings = within.filter(isKind('svg')).map(drawing => drawing.getAttribute('aria-label') ?? '');
  return oneLine([element.textContent, ...images, ...drawings].join(' '));
}

const isKind =
  (name: string) =>
  ({ rawTagName }: HTMLElement): boolean =>
    rawTagName.toLowerCase() === name;

/** The opening tag, to tell a reader of the test which element is meant. */
export function tagOf(element: HTMLElement): string {
  return `<${[element.rawTagName, element.rawAttrs.trim()].filter(Boolean).join(' ')}>`.slice(0, 160);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
