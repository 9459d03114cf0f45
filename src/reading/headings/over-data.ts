import { filled, type GridRow, textAt } from '../grid/grid.ts';
import { stateOf } from '../lines/state-words.ts';
import { isTiming } from '../text/looks.ts';
import { folded, wordsIn } from '../text/plain.ts';
import { isReference } from '../text/reference.ts';
import { matchHeading } from './match.ts';

/** How far down a column is looked at, and how much of it must be of one kind. */
export const FAR_ENOUGH = 12;
const MOSTLY = 0.6;
const LONGEST = 5;

type Kind = (text: string) => boolean;
const KINDS: Kind[] = [
  isTiming,
  isReference,
  text => stateOf(text)?.plain === true,
  text => /^(?:[✓✔☑√✗☐x●•]|yes|no|y|n)$/i.test(text.trim()),
  text => /^(?:[£€$]\s?[\d,.]+[km]?\b|nil$|no cost$|\d+(?:\.\d+)?%$)/.test(folded(text)),
];

/**
 * Headings of a body's own words ("Folks on it", "Cash"): a full row of short texts, none of them a date, a number, a
 * state or a sum, over two columns or more that hold little else.
 */
export function standsOverData(row: GridRow, below: GridRow[], width: number): boolean {
  const cells = filled(row);
  if (cells.length < width || width < 3 || below.length < 2) return false;
  const short = cells.every(
    ({ text }) =>
      wordsIn(text).length <= LONGEST && !/[.;]$/.test(text.trim()) && !KINDS.some(is => is(text)),
  );
  return short && cells.filter(({ column }) => ofOneKind(below, column)).length >= 2;
}

/** "Month | Specific business in addition to …": short or long, the headings stand over a column that begins each row with its time. */
export function standsOverTimes(row: GridRow, below: GridRow[]): boolean {
  const [first] = filled(row);
  if (!first || below.length < 3 || matchHeading(first.text)?.sense !== 'timing') return false;
  return below.slice(0, FAR_ENOUGH).every(one => isTiming(textAt(one, first.column)));
}

function ofOneKind(rows: GridRow[], column: number): boolean {
  const texts = rows.map(row => textAt(row, column)).filter(Boolean);
  return texts.length >= 2 && KINDS.some(is => texts.filter(is).length >= texts.length * MOSTLY);
}
