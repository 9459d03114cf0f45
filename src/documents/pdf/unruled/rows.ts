import type { Cell } from '../../document.ts';
import type { Ruling } from '../page/marks.ts';
import { fits } from '../prose/breaks.ts';
import { paragraphsOf } from '../prose/paragraphs.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import type { CellText } from '../table/placed-table.ts';
import type { Line } from '../words/line.ts';
import type { GroupHeading } from './centred-headings.ts';
import type { Merged } from './centred-rows.ts';
import type { ColumnLines } from './column-lines.ts';
import type { Column } from './columns.ts';
import type { RowPlaces } from './row-places.ts';

/** A row of a table without upright lines, where it begins, and the lines of its cells. */
export type PlacedRow = { y: number; texts: CellText[]; cells: Cell[] };

type Part = CellText & { continues?: true };

/**
 * The rows that begin at the places' starts. Where a line across leaves a column out, that column's cell reaches down; never over
 * the heights that keep rows `apart`.
 */
export function rowsAt(
  { starts, merged, groups, apart }: RowPlaces,
  columns: ColumnLines[],
  drawn: { rulings: Ruling[]; apart: number[] },
  vocabulary: Vocabulary,
  where: string,
): PlacedRow[] {
  const placed = new Set([...merged, ...groups].flatMap(({ lines }) => lines.flatMap(line => line.words)));
  const parts = starts.map((_, row) =>
    columns.map(({ lines, measure }): Part => {
      const free = lines.filter(line => !line.words.some(word => placed.has(word)));
      return { measure, lines: free.filter(line => rowAt(line, starts) === row) };
    }),
  );
  columns.forEach((_, column) => {
    for (let row = 1; row < parts.length; row++) {
      const [above, below] = [starts[row - 1] ?? 0, starts[row] ?? 0];
      // What labels several rows may have more lines than the first of them, where all rows are single lines too.
      const parting = column === 0 ? drawn.apart : [...drawn.apart, ...apart];
      if (parting.some(height => height > above - 1 && height < below)) continue;
      const ruled = rulingsBetween(above, below, drawn.rulings);
      reachDown(
        parts.map(cells => cells[column]),
        row,
        leavesOut(ruled, columns[column]),
      );
    }
  });
  for (const cell of merged) fillMerged(cell, parts);
  for (const { from, lines } of groups) parts[0]?.[from]?.lines.push(...lines);
  const rows = parts.map((texts, row) => ({
    y: starts[row] ?? 0,
    texts,
    cells: cellsOf(texts, vocabulary, where),
  }));
  if (rows[0]) rows[0].cells = spanned(rows[0].cells, groups);
  return rows;
}

function fillMerged({ column, from, to, lines }: Merged, parts: Part[][]): void {
  parts[from]?.[column]?.lines.push(...lines);
  for (const row of parts.slice(from + 1, to + 1)) {
    const cell = row[column];
    if (cell) cell.continues = true;
  }
}

/** Headings over several columns take the places of the cells that they cover. */
const spanned = (cells: Cell[], groups: GroupHeading[]): Cell[] =>
  cells.flatMap((cell, column) => {
    const group = groups.find(({ from, to }) => column >= from && column <= to);
    if (!group) return [cell];
    return column === group.from ? [{ ...cell, columns: group.to - group.from + 1 }] : [];
  });

/** A little above its base line a row's first line begins. */
const rowAt = (line: Line, starts: number[]) =>
  starts.findLastIndex(start => line.y > start - line.size * 0.35);

const rulingsBetween = (above: number, below: number, rulings: Ruling[]) =>
  rulings.filter(ruling => ruling.across && ruling.at > above - 1 && ruling.at < below);

/** Lines across that part the other columns, and stop short of this one. */
const leavesOut = (ruled: Ruling[], column: ColumnLines | undefined) =>
  column !== undefined &&
  ruled.length > 0 &&
  ruled.every(({ from, to }) => from > column.measure.right - 1 || to < column.measure.left + 1);

/** Gives the cell above what belongs to it: all of a cell that no line parts from it, or the rest of a sentence. */
function reachDown(cells: (Part | undefined)[], row: number, merged: boolean): void {
  const cell = cells[row];
  const above = cells.slice(0, row).findLast(other => other && !other.continues);
  if (!cell || !above) return;
  const end = merged ? cell.lines.length : restOf(above, cell);
  above.lines.push(...cell.lines.splice(0, end));
  if ((merged || end > 0) && cell.lines.length === 0) cell.continues = true;
}

/** As a share of the usual distance of base lines. */
const GAP = 1.25;

/** How many lines of a cell only go on with a sentence of the cell above, as labels of merged cells do. */
function restOf(above: Part, cell: Part): number {
  let last = above.lines.at(-1);
  let end = 0;
  for (const line of cell.lines) {
    if (!last || line.y - last.y > GAP * cell.measure.pitch * line.size) break;
    const runsOn =
      line.bold === last.bold &&
      /^\p{Ll}/u.test(line.words[0]?.text ?? '') &&
      !/[.;:!?]$/.test(last.words.at(-1)?.text ?? '') &&
      !fits(line, last, cell.measure);
    if (!runsOn) break;
    last = line;
    end++;
  }
  return end;
}

function cellsOf(texts: Part[], vocabulary: Vocabulary, where: string): Cell[] {
  const cells = texts.map((text): Cell => {
    const paragraphs = paragraphsOf(text.lines, text.measure, vocabulary, where);
    return {
      paragraphs: paragraphs.map(({ paragraph }) => paragraph),
      columns: 1,
      ...(text.continues ? { continues: true } : {}),
    };
  });
  return isTitle(cells) ? [{ ...(cells[0] ?? { paragraphs: [] }), columns: cells.length }] : cells;
}

/** In a first row that names hardly any column, each name reaches to the next: headings over several columns. */
export function withGroupHeadings(rows: PlacedRow[]): void {
  const [first, second] = rows;
  const named = (row: PlacedRow) => row.cells.filter(cell => cell.paragraphs.length > 0).length;
  if (!first || !second || first.cells.length < 3 || first.cells[0]?.paragraphs.length) return;
  if (named(first) === 0 || named(first) * 2 > named(second) || !second.cells[0]?.paragraphs.length) return;
  if (!first.texts.every(({ lines }) => lines.length <= 1 && (lines[0]?.words.length ?? 0) <= 6)) return;
  const begun = first.cells.findIndex(cell => cell.paragraphs.length > 0);
  const cells = first.cells.slice(0, begun);
  for (const cell of first.cells.slice(begun)) {
    const last = cells.at(-1);
    if (cell.paragraphs.length > 0 || !last) cells.push({ ...cell });
    else last.columns += 1;
  }
  first.cells = cells;
}

/** Bold words alone in the first column title the rows below them. */
const isTitle = ([first, ...rest]: Cell[]) =>
  first !== undefined &&
  rest.length > 0 &&
  first.paragraphs.length === 1 &&
  first.paragraphs[0]?.bold === true &&
  rest.every(cell => cell.paragraphs.length === 0 && !cell.continues);

/** A line that runs across all columns, as a row of one cell. */
export function titleRow(line: Line, columns: Column[], vocabulary: Vocabulary, where: string): PlacedRow {
  const measure = { left: line.x0, right: columns.at(-1)?.right ?? line.x1, pitch: 1.2 };
  const paragraphs = paragraphsOf([line], measure, vocabulary, where).map(({ paragraph }) => paragraph);
  return { y: line.y, texts: [{ lines: [line], measure }], cells: [{ paragraphs, columns: columns.length }] };
}
