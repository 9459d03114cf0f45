import type { Cell } from '../../document.ts';
import { withFill } from '../../fill.ts';
import type { Box, Fill } from '../page/marks.ts';
import { type Measure, pitchOf } from '../prose/breaks.ts';
import { paragraphsOf } from '../prose/paragraphs.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import { type Line, linesOf } from '../words/line.ts';
import type { Word } from '../words/word.ts';
import type { CellBox, RuledTable } from './cell-boxes.ts';
import { fillsBehind } from './cell-fills.ts';
import { cellsByRow, type PlacedCell } from './columns.ts';
import type { CellText, PlacedTable } from './placed-table.ts';

type Filled = { cell: CellBox; lines: Line[] };

/** The words that stand inside a box, and the others. A word belongs where its middle is. */
export function partedBy(box: Box, words: Word[]): { inside: Word[]; outside: Word[] } {
  const parts = Map.groupBy(words, word => holds(box, word));
  return { inside: parts.get(true) ?? [], outside: parts.get(false) ?? [] };
}

function holds(box: Box, word: Word): boolean {
  const x = (word.x0 + word.x1) / 2;
  const y = (word.y0 + word.y1) / 2;
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
}

const FEWEST_CELLS = 3;

/** A ruled table with the words that stand in its cells; nothing where it is only a box around a text. */
export function filledTable(
  ruled: RuledTable,
  { words, fills }: { words: Word[]; fills: Fill[] },
  vocabulary: Vocabulary,
  where: string,
): PlacedTable | undefined {
  const filled = fill(ruled, words);
  const written = filled.filter(({ lines }) => lines.length > 0).length;
  // A box around a text is no table; the rest of one cell on a new page stands in a row of the table.
  if (written === 0 || (written === 1 && filled.length < FEWEST_CELLS)) return undefined;
  const text = texter(filled);
  const { rows, width } = cellsByRow(ruled);
  const fillOfCell = fillsBehind(ruled, ruled.cells.length, fills);
  const composed = rows
    .map((row, index) => ({
      cells: row.map(
        (placed): Cell => ({
          ...cellOf(placed, index, text(placed.cell), vocabulary, where),
          ...withFill(fillOfCell(placed.cell)),
        }),
      ),
      texts: row.map(({ cell }) => text(cell)),
    }))
    .filter(row => row.cells.some(cell => cell.paragraphs.length));
  return {
    x0: ruled.x0,
    x1: ruled.x1,
    y0: ruled.y0,
    y1: ruled.y1,
    width,
    texts: composed.map(row => row.texts),
    table: { kind: 'table', rows: composed.map(({ cells }) => ({ cells })), where },
  };
}

function cellOf(
  { cell, columns }: PlacedCell,
  row: number,
  { lines, measure }: CellText,
  vocabulary: Vocabulary,
  where: string,
): Cell {
  if (cell.row !== row) return { paragraphs: [], columns, continues: true };
  const paragraphs = paragraphsOf(lines, measure, vocabulary, where).map(({ paragraph }) => paragraph);
  return { paragraphs, columns };
}

function fill(ruled: RuledTable, words: Word[]): Filled[] {
  const byCell = new Map<CellBox, Word[]>(ruled.cells.map(cell => [cell, []]));
  for (const word of words) {
    const cell = ruled.cells.find(one => holds(one, word));
    if (cell) byCell.get(cell)?.push(word);
  }
  return [...byCell].map(([cell, inside]) => ({ cell, lines: cellLines(inside) }));
}

/** Lines of a cell; where its words are set sideways, as they stand when the page is turned. */
function cellLines(words: Word[]): Line[] {
  const turned = words.filter(word => word.turned);
  if (turned.length * 2 <= words.length) return linesOf(words);
  return linesOf(
    turned.flatMap(word =>
      word.turned ? [{ ...word, ...word.turned, y0: word.turned.y - word.size, y1: word.turned.y }] : [],
    ),
  );
}

/** Points between a cell's edge and its words at the most; wider gaps are indents. */
const WIDEST_PADDING = 12;

/** The lines of each cell with where they begin and end: as far from its edges as the table's words are at least. */
function texter(filled: Filled[]): (cell: CellBox) => CellText {
  const padding = filled.flatMap(({ cell, lines }) => lines.map(line => line.x0 - cell.x0));
  const usual = Math.max(0, Math.min(WIDEST_PADDING, ...padding));
  const pitch = pitchOf(filled.map(({ cell, lines }) => ({ lines, right: cell.x1 - usual })));
  const linesIn = new Map(filled.map(({ cell, lines }) => [cell, lines]));
  return cell => {
    const lines = linesIn.get(cell) ?? [];
    const furthest = Math.max(...lines.map(line => line.x1));
    const turned = lines.some(line => line.words.some(word => word.turned));
    const measure: Measure = turned
      ? { left: Math.min(...lines.map(line => line.x0)), right: furthest, pitch }
      : { left: cell.x0 + usual, right: Math.max(cell.x1 - usual, furthest), pitch };
    return { lines, measure };
  };
}
