import type { Paragraph } from '../document.ts';
import { element, elements, textOf, type XmlElement } from '../xml.ts';

/** Codes for fonts, sizes, colours, sides and pictures, and for what the program itself fills in (ECMA-376 18.3.1.39). */
const CODES = /&"[^"]*"|&K[0-9A-F+-]{6}|&\d{1,3}|&[A-Z]/gi;
/** What is left of "Page &P of &N" says nothing. */
const NOTHING = /^\W*(?:page|sheet|tab|file|date|printed|of|on|at|\W)*$/i;

/** The words that every printed page of a sheet carries at its head and foot. */
export function runningWords(sheet: XmlElement): Paragraph[] {
  const printed = element(sheet, 'headerFooter');
  const said = new Set<string>();
  return [...elements(printed)].flatMap(part => {
    const where = part.name.endsWith('Header') ? 'header' : 'footer';
    return textOf(part)
      .split(/&[LCR]/)
      .map(side => side.replaceAll('&&', '\u0000').replace(CODES, ' ').replaceAll('\u0000', '&'))
      .map(text => text.replace(/\s+/g, ' ').trim())
      .filter(text => !NOTHING.test(text) && !said.has(text) && said.add(text))
      .map((text): Paragraph => ({ kind: 'paragraph', text, where }));
  });
}
