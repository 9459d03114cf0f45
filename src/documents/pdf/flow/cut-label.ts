import type { Cell, Row } from '../../document.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import type { PlacedTable } from '../table/placed-table.ts';
import { isFull, join, type Pair, runsOn } from './split-row.ts';

/**
 * Joins the rest of a label that names several rows to what stands of it before the page break, where the first row of
 * the next page (behind `headings` repeated ones) is another of these rows.
 */
export function joinCutLabel(
  above: PlacedTable,
  below: PlacedTable,
  headings: number,
  vocabulary: Vocabulary,
): void {
  const row = below.table.rows[headings];
  const at = above.table.rows.findLastIndex(({ cells }) => cells[0]?.paragraphs.length);
  const [upper, lower] = [above.table.rows[at]?.cells[0], row?.cells[0]];
  const [upperText, lowerText] = [above.texts[at]?.[0], below.texts[headings]?.[0]];
  if (!row || !upper || !lower || !upperText || !lowerText || at < headings) return;
  if (above.table.rows[at]?.cells.length !== row.cells.length || row.cells.length < 3) return;
  const pair: Pair = { upper, lower, upperText, lowerText };
  const goesOn = /^\p{Ll}/u.test(lower.paragraphs[0]?.text ?? '') && isFull(pair) && runsOn(pair);
  if (!goesOn || !isWhole(row, above.table.rows.at(-1))) return;
  join(pair, vocabulary);
  lower.paragraphs = [];
  lower.continues = true;
  lowerText.lines = [];
}

/** A row with as many cells as the one above it, of which none goes on there: no rest of a row that was cut. */
function isWhole(row: Row, last: Row | undefined): boolean {
  const [own, above] = [row, last].map(one => one?.cells.slice(1) ?? []);
  const filled = (cells: Cell[] = []) => cells.filter(cell => cell.paragraphs.length > 0).length;
  return (
    own !== undefined &&
    filled(own) > 0 &&
    filled(own) >= filled(above) &&
    own.every((cell, index) => {
      const upper = above?.[index];
      return !upper || !cell.paragraphs.length || !runsOn({ upper, lower: cell });
    })
  );
}
