import { element, elements, type XmlElement } from '../xml.ts';
import type { Flow } from './flow.ts';

/** What one paragraph holds. */
export type Inline = {
  text: string;
  /** Every printed word was bold. */
  bold: boolean;
  /** Text boxes, notes and remarks that are anchored in it, with what a person would call the place. */
  apart: { node: XmlElement; where: string }[];
};

/** Marks of changes and places, and texts that are not printed. */
const SILENT = new Set(['tracked-changes', 'ruby-text', 'hidden-paragraph', 'annotation-end', 'script']);
/** Boxes and shapes with words in them. */
const BOXES = new Set(['text-box', 'custom-shape', 'rect', 'ellipse', 'circle', 'caption']);
/** A picture's name and description are not printed; a field that prints the document's title is called the same. */
const DESCRIBES = new Set(['title', 'desc']);
export const isDrawn = (node: XmlElement) =>
  node.name === 'frame' || node.name === 'g' || BOXES.has(node.name);
const MOST_BLANKS = 200;

/** Reads the words of a paragraph (OpenDocument 1.3, part 3, 6). Deleted words stand elsewhere and are not met here. */
export function readInline(paragraph: XmlElement, flow: Flow, paragraphBold: boolean): Inline {
  const found: Inline = { text: '', bold: true, apart: [] };
  const print = (text: string, bold: boolean) => {
    found.text += text;
    if (!bold && text.trim()) found.bold = false;
  };
  const walk = (node: XmlElement, bold: boolean): void => {
    for (const child of node.children) {
      if (typeof child === 'string') print(child.replace(/\s+/g, ' ').replaceAll('\u00AD', ''), bold);
      else if (!(DESCRIBES.has(child.name) && isDrawn(node))) readChild(child, bold);
    }
  };
  const readChild = (child: XmlElement, bold: boolean): void => {
    if (SILENT.has(child.name)) return;
    if (child.name === 'span') {
      const style = flow.styles('text', child.attributes['style-name']);
      if (!style.hidden) walk(child, style.bold ?? bold);
    } else if (child.name === 'note') {
      const body = element(child, 'note-body');
      if (body) found.apart.push({ node: body, where: child.attributes['note-class'] ?? 'footnote' });
    } else if (child.name === 'annotation') found.apart.push({ node: remark(child), where: 'comment' });
    else if (BOXES.has(child.name)) found.apart.push({ node: child, where: 'text box' });
    else if (child.name === 'hidden-text') {
      if (child.attributes['is-hidden'] === 'false') walk(child, bold);
    } else if (child.name in PRINTED) print(PRINTED[child.name]?.(child) ?? '', bold);
    else walk(child, bold);
  };
  walk(paragraph, paragraphBold);
  return found;
}

const PRINTED: Record<string, ((node: XmlElement) => string) | undefined> = {
  s: node => ' '.repeat(Math.min(Number(node.attributes.c ?? 1) || 1, MOST_BLANKS)),
  tab: () => '\t',
  'line-break': () => '\n',
};

/** Who made a remark, and when, is not what was remarked. */
export const remark = (annotation: XmlElement): XmlElement => ({
  ...annotation,
  children: [...elements(annotation)].filter(child => child.name === 'p' || child.name === 'list'),
});

export const tidy = (text: string): string =>
  text
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
