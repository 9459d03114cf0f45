import { Unreadable } from '../unreadable.ts';

/** Ten years of a busy council have some thousands of lines each. Characters, lines, events, and entries that they make. */
const MOST_CHARACTERS = 4_000_000;
const MOST_LINES = 100_000;
const MOST_EVENTS = 5_000;
/** Each may take some hundredths of a second to be written out. */
const MOST_REPEATING = 250;
export const MOST_ENTRIES = 1_500;

const SHORTER = 'Export a shorter time, or a calendar of fewer things, and upload that.';

const tooMuch = (what: string): Unreadable =>
  new Unreadable(`This calendar holds more than ${what}, which is more than is read. ${SHORTER}`);

export function holdText(text: string): string {
  if (text.length > MOST_CHARACTERS) throw tooMuch('4 million characters');
  return text;
}

export function holdLines<T>(lines: T[]): T[] {
  if (lines.length > MOST_LINES) throw tooMuch('100,000 lines');
  return lines;
}

export function holdEvents<T extends { rule: string | undefined }>(events: T[]): T[] {
  if (events.length > MOST_EVENTS) throw tooMuch('5,000 entries');
  if (events.filter(({ rule }) => rule).length > MOST_REPEATING)
    throw tooMuch(`${MOST_REPEATING} entries that repeat`);
  return events;
}

/** While they are made: a few rules can make far more than anybody can look at. */
export function countingEntries(): (more: number) => void {
  let sum = 0;
  return more => {
    sum += more;
    if (sum > MOST_ENTRIES) throw tooMuch('1,500 dates');
  };
}
