import type { ColumnMeaning } from '../reading.ts';
import type { Settled } from './treacherous.ts';
import { looseness, WANTS } from './wants.ts';

/** A heading known by less than this much of its words was guessed. */
const KNOWN = 0.7;

const PLAINLY = 0.9;

/** For each column, a question where a careful person would look again; nothing where its heading leaves none. */
export function columnDoubts(settled: Settled[], meanings: ColumnMeaning[]): (string | undefined)[] {
  return settled.map((one, column) => {
    const meaning = meanings[column];
    // Numbers show what they are by themselves.
    if (meaning === 'section' || (meaning === 'reference' && !one.printed)) return undefined;
    if (meaning === 'other') return rivalled(one, column, settled, meanings);
    if (!one.sense) {
      return one.printed
        ? `“${one.printed}” is a heading of their own; by its cells it was taken for ${named(meaning)}: is it?`
        : `no heading says what this column is; by its cells it was taken for ${named(meaning)}: is it?`;
    }
    if (one.changedBy !== undefined && one.changedBy < 0.9) {
      return `“${one.printed}” stands over cells of several kinds, and was taken for ${named(meaning)}: is it?`;
    }
    return one.strength < KNOWN
      ? `“${one.printed}” is only partly known, and was taken for ${named(meaning)}: is it?`
      : undefined;
  });
}

/** As pages name it: “When”. */
const named = (meaning = ''): string => `“${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}”`;

/** Two columns headed alike want one field, and the first or plainer of them got it. */
function rivalled(
  one: Settled,
  column: number,
  settled: Settled[],
  meanings: ColumnMeaning[],
): string | undefined {
  // what is plainly the lesser of two leaves no question: "Actual spend" beside "Cost estimate"
  if (looseness(one.phrase) >= PLAINLY) return undefined;
  const wanted = one.sense ? WANTS[one.sense]?.[0]?.[0] : undefined;
  const rival = settled.findIndex(
    (other, index) => index !== column && other.sense === one.sense && meanings[index] === wanted,
  );
  if (!wanted || rival < 0) return undefined;
  return `“${one.printed}” could be ${named(wanted)} as well as “${settled[rival]?.printed}”: was the right one taken?`;
}
