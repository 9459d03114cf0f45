import { Unreadable } from '../unreadable.ts';

/** Ten years of a busy council have some thousands of lines each. Characters, lines, events, and entries that they make. */
const MOST_CHARACTERS = 4_000_000;
const MOST_LINES = 100_000;
const MOST_EVENTS = 5_000;
const MOST_REPEATING = 250;
/** Of one entry or all of them, added to what a rule gives or left out of it. */
const MOST_SINGLE_DATES = 20_000;
/** Days, weeks, months that rules are followed through: ten take about a millisecond, so that nobody waits for minutes. */
const MOST_STEPS = 100_000;
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

type Held = { rule: string | undefined; added: { value: string }[]; left: { value: string }[] };

export function holdEvents<T extends Held>(events: T[]): T[] {
  if (events.length > MOST_EVENTS) throw tooMuch('5,000 entries');
  if (events.filter(({ rule }) => rule).length > MOST_REPEATING)
    throw tooMuch(`${MOST_REPEATING} entries that repeat`);
  const single = events.flatMap(({ added, left }) => [...added, ...left]);
  const length = single.reduce((sum, { value }) => sum + value.length, 0);
  if (length > MOST_SINGLE_DATES * DATE_LENGTH) throw tooMuch('20,000 dates that are added or left out');
  return events;
}

/** Outlook describes some ten zones at most, each by the rules of some decades; more would be reckoned for minutes. */
export const MOST_ZONES = 10;
const MOST_OBSERVANCES = 100;
const MOST_RULES = 8;

export const isTooFine = (observances: readonly { rule: string | undefined }[]): boolean =>
  observances.length > MOST_OBSERVANCES || observances.filter(({ rule }) => rule).length > MOST_RULES;

/** Characters of a date without a time, and the comma behind it. */
const DATE_LENGTH = 9;

/** While rules are followed. */
export function countingSteps(): (more: number) => void {
  let sum = 0;
  return more => {
    sum += more;
    if (sum > MOST_STEPS)
      throw new Unreadable(
        `What repeats in this calendar goes on for too many years to be written out. ${SHORTER}`,
      );
  };
}

/** While they are made: a few rules can make far more than anybody can look at. */
export function countingEntries(): (more: number) => void {
  let sum = 0;
  return more => {
    sum += more;
    if (sum > MOST_ENTRIES) throw tooMuch('1,500 dates');
  };
}
