import { readTimings } from '../../../timing/read.ts';
import type { Schedule, TimingFacts } from '../../../timing/schedule.ts';
import { inWords } from '../../../timing/words.ts';

/** Which timing of a line was misread, by its place; all of them where none is named. */
export type Misread = number | 'all';

/** What a person says instead: words that are read, or that it is no timing at all. */
export type SaidInstead = { words: string } | 'no-timing';

export type Corrected = { schedules: Schedule[] } | { wrong: string };

/**
 * A line's timings with those that were misread read from a person's words. The cell stays as printed, and each timing
 * keeps the words of the plan that it stands for. Words that say no time, or leave a question, are not taken.
 */
export function correctedReading(
  schedules: readonly Schedule[],
  printed: string,
  { misread, said }: { misread: Misread; said: SaidInstead },
  facts: TimingFacts,
): Corrected {
  const at = misread === 'all' ? 0 : misread;
  const taken = misread === 'all' ? schedules.length : 1;
  const phrase = misread === 'all' ? printed.trim() : (schedules[misread]?.phrase ?? printed.trim());
  const read = said === 'no-timing' ? [] : readTimings(said.words, facts);
  if (said !== 'no-timing') {
    const { words } = said;
    if (!read.length || read.some(isNone)) return { wrong: `“${words}” could not be read as a time` };
    const doubt = read.find(one => one.doubt)?.doubt;
    if (doubt) return { wrong: `“${words}” can be read in more than one way: ${doubt}` };
  }
  const meant = read.map(one => ({ ...one, phrase: phrase || one.phrase, meant: one.phrase }));
  return { schedules: schedules.toSpliced(at, taken, ...meant) };
}

const isNone = ({ kind, doubt }: Schedule): boolean => kind === 'undetermined' && Boolean(doubt);

export const inOneLine = (schedules: readonly Schedule[]): string => schedules.map(inWords).join('; ');

/** Other days that the same print could mean: day and month the other way round, the year before and after. */
export function otherReadings(schedule: Schedule): string[] {
  const day = schedule.by ?? schedule.from;
  if (schedule.kind !== 'dated' || !day) return [];
  if (schedule.from && schedule.by && schedule.from !== schedule.by) return [];
  const date = Temporal.PlainDate.from(day);
  const turned =
    /\d[/.-]\d/.test(schedule.phrase) && date.day <= 12 && date.day !== date.month
      ? [date.with({ month: date.day, day: Math.min(date.month, 28) })]
      : [];
  const edge = schedule.from ? (schedule.by ? '' : 'from ') : 'by ';
  return [...turned, date.add({ years: 1 }), date.subtract({ years: 1 })].map(
    one => `${edge}${one.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`,
  );
}
