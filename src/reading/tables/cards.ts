import { filled, type Grid, type GridCell, type GridRow } from '../grid/grid.ts';
import { matchHeading } from '../headings/match.ts';
import type { Sense } from '../headings/senses.ts';
import { folded } from '../text/plain.ts';

const ACTS: readonly Sense[] = ['action', 'recommendation'];
const ANSWERS: readonly Sense[] = ['owner', 'timing', 'status', 'progress', 'response'];
const MOST = 0.6;

/**
 * A table with its headings down the left side, one card for each action, turned so that headings stand on top.
 * Gives nothing for any other table; a list of "Committee: … Date: …" is no card, since nothing in it acts.
 */
export function turnedCards(grid: Grid): Grid[] | undefined {
  if (grid.width !== 2 || grid.rows.some(row => row.header)) return undefined;
  const pairs = grid.rows.filter(row => row.cells.length === 2 && filled(row).length > 0);
  const labels = pairs.map(row => matchHeading((row.cells[0]?.text ?? '').replace(/:$/, '')));
  const known = labels.filter(match => match && match.strength >= 0.75);
  const senses = known.map(match => match?.sense);
  const acts = senses.some(sense => sense && ACTS.includes(sense));
  const answers = senses.some(sense => sense && ANSWERS.includes(sense));
  if (pairs.length < 3 || known.length < pairs.length * MOST || !acts || !answers) return undefined;
  // Two headings side by side at the top are the head of an ordinary table.
  if (matchHeading(pairs[0]?.cells[1]?.text ?? '')?.strength === 1) return undefined;
  return cards(grid).map(rows => turned(rows, grid.where));
}

/** A new card begins where the first label comes again, or at a title across the table. */
function cards(grid: Grid): GridRow[][] {
  const first = folded(grid.rows.find(row => row.cells.length === 2)?.cells[0]?.text ?? '');
  const found: GridRow[][] = [];
  for (const row of grid.rows) {
    const open = found.at(-1);
    const begins = row.cells.length === 1 || folded(row.cells[0]?.text ?? '') === first;
    const titled = open?.every(other => other.cells.length === 1);
    if (!open || (begins && !titled)) found.push([row]);
    else open.push(row);
  }
  return found;
}

function turned(rows: GridRow[], where: string): Grid {
  const titles = rows.filter(row => row.cells.length === 1);
  const pairs = rows.filter(row => row.cells.length === 2);
  const line = (side: 0 | 1): GridRow => ({
    cells: pairs.map((row, column) => ({ ...cellOf(row, side), column, columns: 1 })),
    header: side === 0,
    where: pairs[0]?.where ?? where,
  });
  return { rows: [...titles, line(0), line(1)], width: pairs.length, where };
}

const cellOf = (row: GridRow, side: number): GridCell =>
  row.cells[side] ?? { text: '', column: side, columns: 1, continues: false, bold: false };
