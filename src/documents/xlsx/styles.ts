import { getFormatFromId } from 'numfmt';
import { withFill } from '../fill.ts';
import { element, elements, isOn, type XmlElement } from '../xml.ts';
import { readFills } from './fills.ts';

/** What a cell's style says of how its value prints. `size` is in points. */
export type CellStyle = { pattern: string; bold: boolean; wraps: boolean; size: number; fill?: string };

/** Characters of a number format that Excel takes; following a longer one, which is made to do harm, may take minutes. */
const LONGEST_FORMAT = 255;

const USUAL: CellStyle = { pattern: 'General', bold: false, wraps: false, size: 11 };

/** The styles that cells name by their number. A British machine prints the built-in date formats day first. */
export function readCellStyles(
  styles: XmlElement | undefined,
  theme?: XmlElement,
): (index: number) => CellStyle {
  const fills = readFills(styles, theme);
  const patterns = new Map(
    [...elements(element(styles, 'numFmts'), 'numFmt')].map(format => [
      Number(format.attributes.numFmtId),
      format.attributes.formatCode ?? 'General',
    ]),
  );
  const fonts = [...elements(element(styles, 'fonts'), 'font')].map(font => ({
    bold: isOn(font, 'b') ?? false,
    size: Number(element(font, 'sz')?.attributes.val ?? USUAL.size),
  }));
  const known = [...elements(element(styles, 'cellXfs'), 'xf')].map((xf): CellStyle => {
    const id = Number(xf.attributes.numFmtId ?? 0);
    const font = fonts[Number(xf.attributes.fontId ?? 0)];
    return {
      pattern: patternOf(patterns.get(id), id),
      bold: font?.bold ?? false,
      size: font?.size ?? USUAL.size,
      wraps: ['1', 'true'].includes(element(xf, 'alignment')?.attributes.wrapText ?? ''),
      ...withFill(fills[Number(xf.attributes.fillId ?? 0)]),
    };
  });
  return index => known[index] ?? USUAL;
}

function patternOf(own: string | undefined, id: number): string {
  if (own !== undefined) return own.length > LONGEST_FORMAT ? USUAL.pattern : own;
  return getFormatFromId(id, 'en-GB') || USUAL.pattern;
}
