import { findTimings, readTimings } from '../../timing/read.ts';
import type { Schedule, TimingFacts } from '../../timing/schedule.ts';
import type { Field } from '../reading.ts';

/** Fields, besides `when`, whose words may hold a time that the plan does not print where times belong. */
export const MAY_HIDE: Field[] = [
  'recommendation',
  'what',
  'audience',
  'messenger',
  'how',
  'why',
  'status',
  'measure',
  'comments',
];

/** The timings that a text is (`read`), and those that hide in it (`find`). */
export type Timings = {
  read: (text: string) => Schedule[];
  find: (text: string) => Schedule[];
  today: Temporal.PlainDate;
};

/** Characters. No timing stands deeper in a cell than this; a longer cell is a page of prose. */
const DEEPEST = 3000;

/** Under one table's facts each text is read once: in a long plan the same few come again and again. */
export const timingsUnder = (facts: TimingFacts): Timings => ({
  read: onceEach(text => readTimings(text, facts)),
  find: onceEach(text => findTimings(text, facts)),
  today: facts.today,
});

function onceEach(read: (text: string) => Schedule[]): (text: string) => Schedule[] {
  const known = new Map<string, Schedule[]>();
  return whole => {
    const text = whole.slice(0, DEEPEST);
    if (!text) return [];
    const schedules = known.get(text) ?? read(text);
    known.set(text, schedules);
    return schedules.map(schedule => ({ ...schedule }));
  };
}
