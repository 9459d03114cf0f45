import { type HTMLElement, type Node, NodeType } from 'node-html-parser';
import { type Checked, forEach, type PageRule, spokenText, tagOf } from './rule.ts';

/** Link texts that say nothing when they are heard alone, in a list of links. */
const SAYS_NOTHING = /^(click here|here|more|read more|link|this|this link|this page)[.…]?$/i;

/** What only a fault of the program prints. */
const LEAKS = /\bundefined\b|\[object Object\]|\bNaN\b|\{\{|\}\}|\{%|%\}/;

export const READING_RULES: PageRule[] = [
  forEach('a', link => (spokenText(link) ? undefined : `a link has no text: ${tagOf(link)}`)),
  forEach('a', link =>
    SAYS_NOTHING.test(spokenText(link)) || /\bclick here\b/i.test(spokenText(link))
      ? `the link "${spokenText(link)}" does not say where it leads`
      : undefined,
  ),
  forEach('button', button => (spokenText(button) ? undefined : `a button has no text: ${tagOf(button)}`)),
  forEach('img', image => (image.hasAttribute('alt') ? undefined : `a picture has no alt: ${tagOf(image)}`)),
  forEach('svg', drawing =>
    drawing.getAttribute('aria-hidden') === 'true' || drawing.getAttribute('aria-label')
      ? undefined
      : `a drawing is neither hidden from screen readers nor named: ${tagOf(drawing)}`,
  ),
  leakedText,
  leakedAttributes,
];

function leakedText({ root }: Checked): string[] {
  const leak = LEAKS.exec(wordsOf(root));
  return leak ? [`the page prints "${leak[0]}"`] : [];
}

function leakedAttributes({ elements }: Checked): string[] {
  return elements
    .filter(
      element => LEAKS.test(element.rawAttrs ?? '') || /\/null\b/.test(element.getAttribute('href') ?? ''),
    )
    .map(element => `an attribute holds what only a fault prints: ${tagOf(element)}`);
}

const NOT_READ = ['SCRIPT', 'STYLE', 'TEXTAREA'];

/** What is read on the page: scripts aside, and what people typed into fields, which may say anything. */
function wordsOf(node: Node): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text;
  const { tagName } = node as HTMLElement;
  return NOT_READ.includes(tagName) ? '' : node.childNodes.map(wordsOf).join(' ');
}
