import type { State } from '../../../reading/reading.ts';
import { inShort, nextDates } from '../../../timing/next.ts';
import type { Schedule, TimingFacts } from '../../../timing/schedule.ts';

/** What a list says of when a line is next due: a day, or why there is none. `late`: its only day is past. */
export type NextDate = { text: string; kind: 'date' | 'late' | 'none' };

/** From these nothing more is expected. */
export const OVER: State[] = ['complete', 'not-progressing', 'superseded'];
/** A cell with more timings than this says no more in a list. */
const MOST = 6;

export function nextDate(line: { state: State; schedules: Schedule[] }, facts: TimingFacts): NextDate {
  if (OVER.includes(line.state)) return { text: '', kind: 'none' };
  const schedules = line.schedules.slice(0, MOST);
  const next = schedules
    .flatMap(schedule => firstOf(schedule, facts))
    .reduce<First | undefined>(
      (soonest, one) => (soonest && soonest.by <= one.by ? soonest : one),
      undefined,
    );
  if (next) return { text: next.text, kind: 'date' };
  const past = schedules.findLast(schedule => schedule.kind === 'dated');
  const day = past?.by ?? past?.from;
  if (day) return { text: `was due ${inShort({ from: day, by: day }, facts.today)}`, kind: 'late' };
  return { text: WHY_NONE[schedules[0]?.kind ?? 'nothing'], kind: 'none' };
}

const WHY_NONE = {
  recurring: 'needs a calendar',
  dated: 'no date',
  triggered: 'when it happens',
  continuous: 'all the time',
  undetermined: 'no date',
  nothing: 'no date',
};

/** The last day of a timing's next window, and how the window is said. */
type First = { by: string; text: string };

/**
 * The same rhythms and days stand in hundreds of lines of one plan, and counting on from today costs more than the rest
 * of a row, so what the day's first reader waited for is kept for the others.
 */
const known = new Map<string, First[]>();
let knownOn = '';
const MOST_KNOWN = 5000;

function firstOf(schedule: Schedule, facts: TimingFacts): First[] {
  const day = facts.today.toString();
  if (day !== knownOn || known.size >= MOST_KNOWN) known.clear();
  knownOn = day;
  const { kind, rule, often, from, by } = schedule;
  const { financialYearStart, springMonth } = facts;
  const year = [financialYearStart?.month, financialYearStart?.day, springMonth];
  const name = [kind, rule, often?.times, often?.per, from, by, ...year].join('|');
  const found = known.get(name) ?? findFirst(schedule, facts);
  known.set(name, found);
  return found;
}

const findFirst = (schedule: Schedule, facts: TimingFacts): First[] =>
  nextDates(schedule, facts, 1).map(window => ({ by: window.by, text: inShort(window, facts.today) }));
