import type { Cell, Row } from '../../document.ts';
import { breaksOff, fits } from '../prose/breaks.ts';
import { jointOf } from '../prose/joints.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import type { CellText, PlacedTable } from '../table/placed-table.ts';

/**
 * Joins the first row of a table's next page (behind `headings` repeated ones) to the last row of the page before, where
 * a page break cut one row: every cell that goes on had filled its last line, which rows that merely follow do not.
 */
export function joinSplitRow(
  above: PlacedTable,
  below: PlacedTable,
  headings: number,
  vocabulary: Vocabulary,
): boolean {
  const upper = above.table.rows.at(-1)?.cells;
  const lower = below.table.rows[headings]?.cells;
  const upperTexts = above.texts.at(-1);
  const lowerTexts = below.texts[headings];
  if (!upper || !lower || !upperTexts || !lowerTexts || above.table.rows.length <= headings) return false;
  const pairs = paired(upper, lower, upperTexts, lowerTexts);
  if (!pairs || !goOn(pairs, above)) return false;
  for (const pair of pairs) join(pair, vocabulary);
  return true;
}

export type Pair = { upper: Cell; lower: Cell; upperText: CellText; lowerText: CellText };

/** The cells over one another; nothing where they do not stand over one another. */
function paired(
  upper: Cell[],
  lower: Cell[],
  upperTexts: CellText[],
  lowerTexts: CellText[],
): Pair[] | undefined {
  if (upper.length !== lower.length) return undefined;
  const pairs = lower.flatMap((cell, index): Pair[] => {
    const [above, upperText, lowerText] = [upper[index], upperTexts[index], lowerTexts[index]];
    return above && upperText && lowerText ? [{ upper: above, lower: cell, upperText, lowerText }] : [];
  });
  return pairs.every(pair => pair.upper.columns === pair.lower.columns) ? pairs : undefined;
}

function goOn(pairs: Pair[], { table }: PlacedTable): boolean {
  const going = pairs.filter(pair => pair.lower.paragraphs.length > 0);
  const [only] = going;
  if (going.length === 1 && only)
    return isNoRow(only, pairs) || (isFull(only) && (runsOn(only) || isNoTitle(only, pairs, table.rows)));
  const running = going.filter(pair => isFull(pair) && runsOn(pair)).length;
  const fresh = going.filter(endsAndBegins).length;
  return running > 0 && running >= fresh && going.every(pair => isFull(pair) || endsAndBegins(pair));
}

export function isFull({ upper, upperText, lowerText }: Pair): boolean {
  const last = upperText.lines.at(-1);
  const first = lowerText.lines[0];
  return (
    upper.paragraphs.length > 0 &&
    last !== undefined &&
    first !== undefined &&
    !fits(first, last, upperText.measure)
  );
}

/** One cell alone shows it only by its words: a sentence that has not ended and goes on small, or breaks off. */
export function runsOn({ upper, lower }: Pick<Pair, 'upper' | 'lower'>): boolean {
  const [end, begin] = [upper.paragraphs.at(-1)?.text ?? '', lower.paragraphs[0]?.text ?? ''];
  return breaksOff(end) || (!closes(end) && /^\p{Ll}/u.test(begin));
}

/** Words of the first column alone, below a sentence that has not ended, where no row is a title of others. */
const isNoTitle = ({ upper, lower }: Pair, pairs: Pair[], rows: Row[]) =>
  pairs.length > 2 &&
  !closes(upper.paragraphs.at(-1)?.text ?? '') &&
  lower.paragraphs[0]?.bold === upper.paragraphs.at(-1)?.bold &&
  rows.every(({ cells }) => cells.filter(cell => cell.continues || cell.paragraphs.length > 0).length > 1);

/** A sentence that has ended, and another that begins. */
const endsAndBegins = ({ upper, lower }: Pair) =>
  closes(upper.paragraphs.at(-1)?.text ?? '') && /^[\p{Lu}\d]/u.test(lower.paragraphs[0]?.text ?? '');

/** Words of one column alone, behind a first column that is empty, below words of the same column. */
const isNoRow = (only: Pair, pairs: Pair[]) =>
  only !== pairs[0] && pairs.length > 2 && only.upper.paragraphs.length > 0 && !pairs[0]?.lower.continues;

const closes = (text: string) => /[.;:!?]$/.test(text);

export function join({ upper, lower, upperText, lowerText }: Pair, vocabulary: Vocabulary): void {
  const last = upper.paragraphs.at(-1);
  const [first, ...rest] = lower.paragraphs;
  const [above, below] = [upperText.lines.at(-1), lowerText.lines[0]];
  if (!first) return;
  if (last && above && below && first.marker === undefined) {
    const joint = jointOf(above, below, upperText.measure.right, vocabulary);
    last.text = `${joint.cut ? last.text.slice(0, -1) : last.text}${joint.between}${first.text}`;
  } else upper.paragraphs.push(first);
  upper.paragraphs.push(...rest);
  upperText.lines.push(...lowerText.lines);
}
