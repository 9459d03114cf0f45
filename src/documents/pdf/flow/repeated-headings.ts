import type { Row } from '../../document.ts';
import type { PlacedTable } from '../table/placed-table.ts';

const MOST_HEADINGS = 3;

/**
 * How many rows at the head of a page are the headings of the table above, printed again. The first row that both begin
 * with is; the next ones may as well be rows of the plan that say the same, and are headings only where that shows.
 */
export function headingsAgain(above: PlacedTable, below: PlacedTable): number {
  const alike = alikeAtHead(above.table.rows, below.table.rows);
  const others = [above, below].flatMap(table => looksOf(table).slice(alike));
  for (let at = 1; at < alike; at++) if (!goesOnHeading(above, at, others)) return at;
  return alike;
}

function alikeAtHead(above: Row[], below: Row[]): number {
  for (let at = 0; at < MOST_HEADINGS; at++) {
    const [upper, lower] = [above[at], below[at]];
    if (!upper || !lower || textOf(upper) !== textOf(lower)) return at;
  }
  return MOST_HEADINGS;
}

/** Which columns a heading covers may be clear on one page alone, from what stands below it there. */
const textOf = (row: Row) =>
  row.cells
    .map(cell => cell.paragraphs.map(paragraph => paragraph.text).join(' '))
    .filter(Boolean)
    .join('|');

/** Below a title, dressed as the headings are and no other row is, or where those above leave a column open. */
function goesOnHeading(table: PlacedTable, at: number, others: string[]): boolean {
  const [upper, row] = [table.table.rows[at - 1], table.table.rows[at]];
  const looks = looksOf(table);
  const look = looks[at] ?? '';
  if (!upper || !row || isTitle(upper)) return true;
  const asFirst = look === looks[at - 1];
  if (asFirst !== others.includes(look)) return asFirst;
  return said(table.table.rows.slice(0, at)).size < table.width || row.cells.some(cell => cell.continues);
}

const isTitle = ({ cells }: Row) => cells.filter(cell => cell.paragraphs.length > 0).length === 1;

/** The columns that some row names for themselves. */
const said = (rows: Row[]): Set<number> =>
  new Set(
    rows.flatMap(({ cells }) => {
      let column = 0;
      return cells.flatMap(cell => {
        const at = column;
        column += cell.columns;
        return cell.columns === 1 && cell.paragraphs.length > 0 ? [at] : [];
      });
    }),
  );

/** How the words of each row are set, and what lies behind them. */
const looksOf = ({ table, texts }: PlacedTable): string[] =>
  table.rows.map((row, at) => {
    const lines = (texts[at] ?? []).flatMap(text => text.lines);
    const size = Math.max(...lines.map(line => line.size));
    const filled = row.cells.filter(cell => cell.paragraphs.length > 0);
    const fills = new Set(filled.map(cell => cell.fill));
    return [lines.every(line => line.bold), size.toFixed(), fills.size === 1 ? [...fills] : ''].join(' ');
  });
