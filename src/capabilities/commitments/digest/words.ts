import { count, day, weekday } from '../../../language/words.ts';
import type { DigestCounts, Pressing } from '../queries/digest.ts';

/** So many lines are read on a phone before the day's work. */
export const MOST_PRESSING = 10;

/** Whether there is anything to say: lines without date or owner alone are the same every Monday, and stand on Today. */
export const saysSomething = ({ due, late, missed }: DigestCounts): boolean => due + late + missed > 0;

/** Counts first; names no record. */
export function digestTitle({ due, late, missed }: DigestCounts): string {
  const parts = [
    `${due || 'none'} due`,
    late ? `${late} late` : missed ? '' : 'nothing late',
    missed ? `${missed} said to be missed in the last seven days` : '',
  ];
  return `Promises this week: ${parts.filter(Boolean).join(', ')}`;
}

/** What presses most, line by line; of what is marked only how much there is. */
export function digestLines({ undated, unowned }: DigestCounts, pressing: readonly Pressing[]): string[] {
  const marked = pressing.filter(({ sensitive }) => sensitive).length;
  return [
    ...pressing.filter(({ sensitive }) => !sensitive).map(lineOf),
    marked ? `${count(marked, 'promise')} marked OFFICIAL-SENSITIVE, which a message does not name` : '',
    undated
      ? `${count(undated, 'line')} of these plans without a date, and nothing is promised of ${undated === 1 ? 'it' : 'them'}`
      : '',
    unowned
      ? `${count(unowned, 'line')} of these plans ${unowned === 1 ? 'has' : 'have'} nobody who answers`
      : '',
  ].filter(Boolean);
}

function lineOf({ about, owner, late, day: on, open }: Pressing): string {
  const many = open > 1 ? `, ${open} times` : '';
  const who = owner ? ` (${owner})` : '';
  return late ? `Late since ${day(on)}: ${about}${many}${who}` : `Due ${weekday(on)}: ${about}${many}${who}`;
}
