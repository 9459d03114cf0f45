import { element, elements, isOn, textOf, type XmlElement } from '../xml.ts';

/** A text of the workbook. `bold` is there where its own runs say how it is set; else the cell's style does. */
export type WrittenText = { text: string; bold?: boolean };

/** A shared or inline string: plain, or in runs. How its characters are pronounced (rPh) is not printed. */
export function writtenText(node: XmlElement): WrittenText {
  const runs = [...elements(node, 'r')];
  if (runs.length === 0) return { text: unescaped(plainText(node)) };
  const said = runs.filter(run => plainText(run).trim());
  return {
    text: unescaped(runs.map(plainText).join('')),
    bold: said.length > 0 && said.every(run => isOn(element(run, 'rPr'), 'b') ?? false),
  };
}

const plainText = (node: XmlElement) => [...elements(node, 't')].map(textOf).join('');

/** Characters that XML cannot hold are written as _x000D_ (ECMA-376 22.9.2.19). */
const unescaped = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
