import type { Paragraph } from '../document.ts';
import { oneCopy } from '../docx/inline.ts';
import { linesOf } from '../sheet/paragraphs.ts';
import { elements, textOf, type XmlElement } from '../xml.ts';
import type { Archive } from '../zip/unpack.ts';
import { type ListedSheet, xmlPart } from './package.ts';

/** The words of text boxes and shapes that lie over the cells (DrawingML, ECMA-376 20.5). */
export const textBoxesOf = (listed: ListedSheet, archive: Archive): Paragraph[] =>
  listed.parts.flatMap(part => {
    const drawing = part.type === 'drawing' ? xmlPart(archive, part.target) : undefined;
    return drawing
      ? [...named(drawing, 'txBody')].flatMap(body => [...elements(body, 'p')].flatMap(paragraphOf))
      : [];
  });

function* named(node: XmlElement, name: string): Generator<XmlElement> {
  const inside = node.name === 'AlternateContent' ? oneCopy(node) : node;
  for (const child of elements(inside)) {
    if (child.name === name) yield child;
    else yield* named(child, name);
  }
}

const paragraphOf = (node: XmlElement): Paragraph[] =>
  linesOf(
    [...elements(node)]
      .map(run => (run.name === 'br' ? '\n' : [...elements(run, 't')].map(textOf).join('')))
      .join(''),
  ).map(text => ({ kind: 'paragraph', text, where: 'text box' }));
