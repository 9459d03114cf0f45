import type { DocumentOut } from '../../document-out.ts';
import { joined } from '../../joined.ts';
import { type Part, packParts } from '../../zip/pack.ts';
import { widthsOf } from './columns.ts';
import { LONG_CELLS, LongCells } from './long-cells.ts';
import {
  appXml,
  contentTypes,
  coreXml,
  customXml,
  type NamedSheet,
  rootRelations,
  workbookRelations,
  workbookXml,
} from './package.ts';
import { type RowOut, rowsOf } from './rows.ts';
import { sheetNames } from './sheet-names.ts';
import { type Laid, sheetXml } from './sheet-xml.ts';
import { type SheetOut, sheetsOf } from './sheets.ts';
import { STYLES_XML } from './styles.ts';

/**
 * Writes an Excel workbook, bytes given out as they come. Each shape of table has its sheet, sections are rows of it.
 * Every cell is a text, also one that begins as a formula does. The same document gives the same bytes.
 */
export const xlsxBytes = (document: DocumentOut): Generator<Uint8Array> =>
  packParts(partsOf(document), document.created);

export const writeXlsx = (document: DocumentOut): Uint8Array => joined(xlsxBytes(document));

function* partsOf(document: DocumentOut): Generator<Part> {
  const sheets = sheetsOf(document);
  const long = new LongCells();
  const named: NamedSheet[] = [];
  for (const sheet of sheets) {
    named.push({ name: sheet.name, heading: headingOf(sheet, document) });
    yield sheetPart(named.length, laid(sheet, document, long));
  }
  if (long.any) {
    const names = sheetNames([...named.map(({ name }) => name), LONG_CELLS]);
    named.push({ name: names.at(-1)!, heading: undefined });
    const prose = { name: LONG_CELLS, first: false, parts: [], prose: [] };
    yield sheetPart(named.length, { ...laid(prose, document, long), rows: long.rows() });
  }
  yield part('xl/workbook.xml', workbookXml(named));
  yield part('xl/_rels/workbook.xml.rels', workbookRelations(named.length));
  yield part('xl/styles.xml', STYLES_XML);
  yield part('docProps/core.xml', coreXml(document));
  yield part('docProps/app.xml', appXml);
  yield part('docProps/custom.xml', customXml(document));
  yield part('_rels/.rels', rootRelations);
  yield part('[Content_Types].xml', contentTypes(named.length));
}

const part = (name: string, text: string): Part => ({ name, texts: [text] });
const sheetPart = (number: number, sheet: Laid): Part => ({
  name: `xl/worksheets/sheet${number}.xml`,
  texts: sheetXml(sheet),
});

const laid = (sheet: SheetOut, document: DocumentOut, long: LongCells): Laid => ({
  rows: rowsOf(sheet, document),
  widths: widthsOf(sheet),
  heading: headingOf(sheet, document),
  first: sheet.first,
  marking: document.marking,
  orientation: document.orientation,
  fitted: text => long.fitted(text),
});

function headingOf(sheet: SheetOut, document: DocumentOut): number | undefined {
  if (!sheet.parts.length) return undefined;
  let number = 0;
  for (const row of rowsOf(sheet, document) as Iterable<RowOut>) {
    number++;
    if (row.heads) return number;
  }
  return undefined;
}
