import type { Vocabulary } from '../prose/vocabulary.ts';
import type { PlacedTable } from '../table/placed-table.ts';
import { type Line, linesOf, lineText } from '../words/line.ts';
import { addFills } from './cell-fills.ts';
import { centredHeadings } from './centred-headings.ts';
import type { ColumnLines } from './column-lines.ts';
import { type Column, columnAt, edgesOf } from './columns.ts';
import { withGroupHeadingsAside } from './group-headings.ts';
import { pitchInCells } from './pitch.ts';
import { type Printed, rowPartings } from './row-partings.ts';
import { rowPlaces } from './row-places.ts';
import { rowsAt, titleRow, withGroupHeadings } from './rows.ts';
import { type Before, type Stretch, stretchesOf } from './stretches.ts';
import { isPlanLike } from './tables-only.ts';
import { withGutters } from './tight-cells.ts';

export type Unruled = { tables: PlacedTable[]; lines: Line[]; before: Before | undefined };

/**
 * The tables that a page sets without upright lines, and the lines that stand in none. `printed` are the page's lines and
 * shadings; `before` is the nearest such table before this page.
 */
export function readUnruled(
  asPrinted: Line[],
  printed: Printed,
  before: Before | undefined,
  vocabulary: Vocabulary,
  where: string,
): Unruled {
  const lines = withGutters(withGroupHeadingsAside(asPrinted));
  const tables: PlacedTable[] = [];
  const taken = new Set<Line>();
  let last = before;
  for (const stretch of stretchesOf(lines, printed.rulings, before)) {
    const table = tableOf(stretch, last?.headings ?? [], printed, vocabulary, where);
    if (!table) continue;
    const open = stretch.lines.at(-1) === lines.at(-1);
    const headings = stretch.goesOn && last ? last.headings : firstRow(table);
    last = { columns: stretch.columns, open, headings };
    tables.push(table);
    for (const line of stretch.lines) taken.add(line);
  }
  return { tables, lines: asPrinted.filter((_, index) => !taken.has(lines[index]!)), before: last };
}

function tableOf(
  stretch: Stretch,
  headings: string[][],
  printed: Printed,
  vocabulary: Vocabulary,
  where: string,
): PlacedTable | undefined {
  const { lines, columns } = stretch;
  const across = titlesOf(stretch);
  const byColumn = columnLines(
    lines.filter(line => !across.includes(line)),
    columns,
  );
  const top = Math.min(...lines.map(line => line.y0));
  const bottom = Math.max(...lines.map(line => line.y1));
  const ruled = rowPartings(printed, columns, lines);
  const repeated = belowHeadings(byColumn, headings);
  const apart = [...ruled.apart, ...repeated, ...across.map(line => line.y)];
  const headed = stretch.goesOn !== true || repeated.length > 0;
  const places = rowPlaces(byColumn, { ...ruled, apart }, headed);
  const body = rowsAt(places, byColumn, { rulings: printed.rulings, apart }, vocabulary, where);
  const sure = stretch.goesOn ?? stretch.known ?? stretch.adjoins ?? false;
  if (!sure && !isPlanLike(body.map(row => row.texts))) return undefined;
  if (!stretch.goesOn) withGroupHeadings(body);
  const rows = [...body, ...across.map(line => titleRow(line, columns, vocabulary, where))].sort(
    (a, b) => a.y - b.y,
  );
  const box = { x0: columns[0]?.left ?? 0, x1: columns.at(-1)?.right ?? 0, y0: top, y1: bottom };
  addFills(rows, columns, box, printed.fills);
  return {
    ...box,
    width: columns.length,
    lefts: columns.map(column => column.left),
    texts: rows.map(row => row.texts),
    table: { kind: 'table', rows: rows.map(({ cells }) => ({ cells })), where },
  };
}

/** The lines that run across all columns; a first one that turns out to head several of them is none. */
function titlesOf({ lines, across, columns }: Stretch): Line[] {
  const [first] = lines;
  const second = columns[1];
  if (!first || !second || !across.includes(first) || first.x0 < second.left) return across;
  const others = across.filter(line => line !== first);
  const cells = lines.filter(line => !others.includes(line));
  return centredHeadings(columnLines(cells, columns)) ? others : across;
}

const firstRow = ({ texts }: PlacedTable): string[][] =>
  (texts[0] ?? []).map(text => text.lines.map(line => lineText(line.words)));

/** Where the headings of the table before are printed again at the top, the height below which the rows begin. */
function belowHeadings(columns: ColumnLines[], headings: string[][]): number[] {
  const again =
    headings.length === columns.length &&
    headings.some(lines => lines.length > 0) &&
    headings.every((lines, index) =>
      lines.every((text, at) => text === lineText(columns[index]?.lines[at]?.words ?? [])),
    );
  const last = headings.flatMap((lines, index) => columns[index]?.lines[lines.length - 1]?.y ?? []);
  return again ? [Math.max(...last) + 1] : [];
}

function columnLines(region: Line[], columns: Column[]): ColumnLines[] {
  const words = Map.groupBy(
    region.flatMap(line => line.words),
    word => columnAt(columns, word.x0, word.x1),
  );
  const lines = columns.map((_, index) => linesOf(words.get(index) ?? []));
  const pitch = pitchInCells(columns.map(({ right }, index) => ({ lines: lines[index] ?? [], right })));
  const edges = edgesOf(columns, region[0]?.size ?? 0);
  return columns.map(({ left, right }, index) => ({
    lines: lines[index] ?? [],
    measure: { left, right, pitch, edge: edges[index] ?? right },
  }));
}
