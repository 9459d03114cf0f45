import { xmlText } from '../../xml-text.ts';
import { columnName } from '../place.ts';
import type { RowOut } from './rows.ts';
import { STYLE } from './styles.ts';

const BEGIN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
/** Points. */
const LINE = 15;

export type Laid = {
  rows: Iterable<RowOut>;
  widths: number[];
  /** Below which the sheet scrolls; nothing where it has no table. */
  heading: number | undefined;
  first: boolean;
  marking: string;
  orientation: 'landscape' | 'portrait';
  /** The text as it can stand in a cell. */
  fitted: (text: string) => string;
};

/** One worksheet bit by bit. Its rows are asked for one at a time. */
export function* sheetXml(laid: Laid): Generator<string> {
  const { widths } = laid;
  const merged: string[] = [];
  yield BEGIN + view(laid) + columns(laid);
  yield '<sheetData>';
  let number = 0;
  for (const row of laid.rows) {
    number++;
    if (row.texts.length) yield rowXml(number, row, laid);
    if (row.across && widths.length > 1) merged.push(`A${number}:${columnName(widths.length)}${number}`);
  }
  yield '</sheetData>';
  if (merged.length) yield merges(merged);
  yield printing(laid);
  // Excel marks every figure that is kept as text, as if that were a mistake.
  yield `<ignoredErrors><ignoredError sqref="A1:${columnName(widths.length)}${Math.max(1, number)}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

function view({ heading, first }: Laid): string {
  const pane = heading
    ? `<pane ySplit="${heading}" topLeftCell="A${heading + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${heading + 1}" sqref="A${heading + 1}"/>`
    : '';
  return `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE}"/>`;
}

function columns({ widths, heading }: Laid): string {
  const shown = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const last = widths.length + 1;
  const hidden = heading ? `<col min="${last}" max="${last}" width="0" hidden="1" customWidth="1"/>` : '';
  return `<cols>${shown.join('')}${hidden}</cols>`;
}

function rowXml(
  number: number,
  { texts, style, hidden, across, heads }: RowOut,
  { widths, fitted }: Laid,
): string {
  const filled = across || heads || style === STYLE.cell ? widths.length : texts.length;
  let cells = '';
  for (let at = 0; at < filled; at++) cells += cell(number, at, fitted(texts[at] ?? ''), style);
  if (hidden) cells += cell(number, widths.length, hidden, STYLE.hidden);
  return `<row r="${number}"${across ? tallAcross(texts[0]!, widths) : tall(texts, style, widths)}>${cells}</row>`;
}

function cell(row: number, column: number, text: string, style: number): string {
  const place = `<c r="${columnName(column + 1)}${row}" s="${style}"`;
  return text
    ? `${place} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
    : `${place}/>`;
}

/** "_x0041_" would be taken for a letter that is written by its number (ECMA-376 22.9.2.19). */
const cellText = (text: string): string => xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Excel makes rows as tall as their words need, but not for merged cells. */
function tallAcross(text: string, widths: number[]): string {
  const room = widths.reduce((sum, width) => sum + width, 0);
  return ` ht="${Math.min(TALLEST, linesIn(text, room) * LINE + 6)}" customHeight="1"`;
}

/** LibreOffice does not: it takes rows as tall as they are said to be. Once somebody edits a row, either fits it anew. */
function tall(texts: string[], style: number, widths: number[]): string {
  if (!WRAPPED.has(style)) return '';
  const lines = texts.reduce(
    (most, text, at) => Math.max(most, linesIn(text, (widths[at] ?? 1) * NARROW)),
    1,
  );
  return ` ht="${Math.min(TALLEST, lines * CLOSE + 3)}"`;
}

const linesIn = (text: string, room: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);

/** Points: between lines of the usual size, and the most that Excel lets a row have. */
const CLOSE = 12.75;
const TALLEST = 409;
/** Letters are narrower than the digits that widths are counted in. */
const NARROW = 1.1;
const WRAPPED = new Set<number>([STYLE.cell, STYLE.heading, STYLE.prose]);

const merges = (areas: string[]): string =>
  `<mergeCells count="${areas.length}">${areas.map(area => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`;

/** A4; as many pages down as it takes, and one across. The marking stands on each at the head and the foot. */
function printing({ marking, orientation }: Laid): string {
  const marked = marking ? `&C&"-,Bold"${marking.replaceAll('&', '&&')}` : '';
  return [
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter>',
    marked ? `<oddHeader>${xmlText(marked)}</oddHeader>` : '',
    `<oddFooter>${xmlText(`&L&A${marked}&RPage &P of &N`)}</oddFooter>`,
    '</headerFooter>',
  ].join('');
}
