import { followClosely } from './follow-closely.ts';
import { monthInitials } from './initials.ts';
import { labelOf } from './labels.ts';

const FEWEST = 3;
/** Bare numbers are days only where so many count on, by days or by weeks. */
const FEWEST_DAYS = 5;

/**
 * Whether texts side by side head the columns of a timetable: three times or more, each another one. Numbers alone must
 * count on like the days of a month.
 */
export function namesTimes(texts: string[]): boolean {
  if (monthInitials(texts).some(Boolean)) return true;
  return runsOfTimes(texts).some(named => {
    const numbers = named.filter(text => /^\s*\d{1,2}\s*$/.test(text)).map(Number);
    if (numbers.length) return numbers.length === named.length && countOn(numbers);
    const different = new Set(named).size === named.length;
    return named.length >= FEWEST && different && followClosely(named.flatMap(text => labelOf(text) ?? []));
  });
}

/** Times with nothing else between them. */
function runsOfTimes(texts: string[]): string[][] {
  const runs: string[][] = [[]];
  for (const text of texts) {
    if (labelOf(text) === undefined) runs.push([]);
    else runs.at(-1)?.push(text);
  }
  return runs;
}

/** Days of the week under or over days of the month, or days under months that the row above names. */
export const goesOnWithTimes = (texts: string[], above: string[]): boolean =>
  texts.length >= FEWEST &&
  (texts.every(text => labelOf(text) !== undefined) || monthInitials(texts).every(Boolean)) &&
  above.some(text => labelOf(text) !== undefined);

/** "March 2025" over the days of March. */
export const namesTime = (text: string): boolean => {
  const label = labelOf(text);
  return label !== undefined && (label.month ?? label.quarter ?? label.year) !== undefined && !label.day;
};

/** By one from each to the next, or by seven; a new month begins low again. */
function countOn(numbers: number[]): boolean {
  const steps = numbers.slice(1).map((day, index) => day - (numbers[index] ?? 0));
  const forward = steps.filter(step => step > 0);
  const weekly = forward.length > 0 && forward.every(step => step === 7);
  return numbers.length >= (weekly ? FEWEST : FEWEST_DAYS) && (weekly || forward.every(step => step <= 4));
}
