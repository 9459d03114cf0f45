import { extentOf } from './extent.ts';
import type { SheetRow } from './sheet.ts';

/**
 * Whether rows are another table and not more of the one above: they are headed, and set or laid out otherwise.
 * Right under headings stand the rows that they head, whatever those leave empty: no table is headings alone.
 */
export function beginsTable(rows: SheetRow[], above: SheetRow[], adjoins: boolean): boolean {
  const [first] = rows;
  if (!first) return false;
  if (first.header || standsOut(first, rows, above)) return true;
  // Lone texts may begin anywhere; rows of several cells show where a table stands.
  const [upper, lower] = [above, rows].map(all => extentOf(all.filter(row => row.cells.size > 1)));
  if (adjoins && above.length === 1 && lower && upper && lower.right <= upper.right) return false;
  return (lower?.left !== upper?.left || lower?.right !== upper?.right) && looksHeaded(rows);
}

/** In bold letters, over rows that are not, after a table that has few such rows. */
const standsOut = (first: SheetRow, rows: SheetRow[], above: SheetRow[]) =>
  isBold(first) && above.slice(1).filter(isBold).length < above.length / 2 && rows.some(row => !isBold(row));

const isBold = (row: SheetRow) => row.cells.size > 1 && [...row.cells.values()].every(cell => cell.bold);

/** Words. A heading is no longer. */
const LONGEST_HEADING = 5;

/** A row of short texts without figures, in every column that the rows below it fill, and below it some that are not so. */
function looksHeaded([first, ...rest]: SheetRow[]): boolean {
  const below = rest.filter(row => row.cells.size > 1);
  if (!first || !textsOf(first).every(mayHead) || below.length === 0) return false;
  const columns = new Set(below.flatMap(row => [...row.cells.keys()]));
  const covers = [...columns].every(column => first.cells.has(column));
  return covers && below.some(row => !textsOf(row).every(mayHead));
}

const textsOf = (row: SheetRow) => [...row.cells.values()].map(cell => cell.text);

const mayHead = (text: string) =>
  !/\d/.test(text) && !/[.;]\s*$/.test(text) && text.trim().split(/\s+/).length <= LONGEST_HEADING;

const TITLES_KEY =
  /^\W*(?:key|legend|rag|colou?r|abbreviations?|glossary|status(?:es)? (?:key|definitions?))\b/i;
const COLOUR = /^\W*(?:red|amber|yellow|green|blue|gr[ea]y|black|white|[ragb])\W*$/i;

/** Pairs of a sign and its meaning under a plan, by the text over them or by their colours. */
export function isKey(titles: SheetRow[], rows: SheetRow[]): boolean {
  if (rows.some(row => row.cells.size > 2)) return false;
  const firsts = rows.map(row => textsOf(row)[0] ?? '');
  return (
    titles.some(row => TITLES_KEY.test(textsOf(row)[0] ?? '')) || firsts.every(text => COLOUR.test(text))
  );
}
