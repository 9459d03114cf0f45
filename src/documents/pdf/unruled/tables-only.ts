import type { CellText } from '../table/placed-table.ts';
import { lineText } from '../words/line.ts';

/** Rows of a table without lines; fewer are words that happen to stand over one another. */
const FEWEST_ROWS = 2;
const MOSTLY = 0.6;

/** Whether what stands in columns is a table, and not text in columns, a list, or labels with what they label. */
export function isPlanLike(rows: CellText[][]): boolean {
  const filled = rows.filter(row => row.filter(hasWords).length > 1);
  const width = rows[0]?.length ?? 0;
  if (filled.length < FEWEST_ROWS || width < 2) return false;
  return width > 2 || !(isTextInColumns(filled) || isLabels(filled));
}

const hasWords = (text: CellText) => text.lines.length > 0;

/** Two columns of newspaper: many lines to few rows. */
const isTextInColumns = (rows: CellText[][]) =>
  rows.every(row => row.every(text => text.lines.length > 6 || text.lines.length === 0));

/** "Committee:   Resources". */
function isLabels(rows: CellText[][]): boolean {
  const labels = rows.filter(row => /:$/.test(lineText(row[0]?.lines.at(-1)?.words ?? [])));
  return labels.length >= rows.length * MOSTLY;
}
