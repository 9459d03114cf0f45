import type { Block, Paragraph, SourceDocument } from '../document.ts';
import { blocksOf } from './blocks.ts';
import { paragraphsOf } from './paragraphs.ts';
import { type Sheet, type SheetLimits, widthOf } from './sheet.ts';

/** What programs call a sheet that nobody has named. */
const UNNAMED = /^(?:sheet|table|feuil|tabelle|hoja|foglio|ark|blad|planilha|taul)[ _]?\d*(?: \(\d+\))?$/i;

/** The visible sheets of a file as one document, each under its name, and then everything that stands aside. */
export function workbook(
  format: SourceDocument['format'],
  sheets: Sheet[],
  hidden: Paragraph[],
  limits: SheetLimits,
): SourceDocument {
  const written = sheets.filter(sheet => sheet.rows.length);
  const identity = sheets.find(sheet => sheet.identity)?.identity;
  for (const sheet of written) limits.width(widthOf(sheet.rows));
  return {
    format,
    blocks: written.flatMap(sheet => underName(sheet, written.length > 1)),
    asides: [...sheets.flatMap(sheet => sheet.asides), ...hidden],
    ...(identity ? { identity } : {}),
  };
}

/**
 * A sheet's name is printed on its tab. It tells something where somebody gave it, and where there are several sheets
 * to tell apart or no title on the sheet itself.
 */
function underName(sheet: Sheet, several: boolean): Block[] {
  const blocks = blocksOf(sheet);
  const titled = blocks[0]?.kind === 'paragraph';
  if ((!several && (titled || !isGiven(sheet.name))) || UNNAMED.test(sheet.name.trim())) return blocks;
  const said = blocks.some(block => block.kind === 'paragraph' && same(block.text, sheet.name));
  if (said) return blocks;
  const [name] = paragraphsOf({ text: sheet.name, columns: 1, rows: 1 }, `sheet “${sheet.name}”`);
  return name ? [several ? { ...name, role: 'sheet' } : name, ...blocks] : blocks;
}

/** One word ("Plan", "Data") is no title; nor is a file's name, which programs give to a sheet, cut at 31 characters. */
const isGiven = (name: string) => /\S\s+\S/.test(name) && name.length < 31;

const same = (one: string, other: string) => bare(one) === bare(other);
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
