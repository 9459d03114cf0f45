import type { State } from '../../../reading/reading.ts';
import { inShort, nextDates, type Window } from '../../../timing/next.ts';
import type { Schedule } from '../../../timing/schedule.ts';

/** What a list says of when a line is next due: a day, or why there is none. `late`: its only day is past. */
export type NextDate = { text: string; kind: 'date' | 'late' | 'none' };

/** From these nothing more is expected. */
const OVER: State[] = ['complete', 'not-progressing', 'superseded'];
/** A cell with more timings than this says no more in a list. */
const MOST = 6;

export function nextDate(line: { state: State; schedules: Schedule[] }, today: Temporal.PlainDate): NextDate {
  if (OVER.includes(line.state)) return { text: '', kind: 'none' };
  const schedules = line.schedules.slice(0, MOST);
  const windows = schedules.flatMap(schedule => firstWindow(schedule, today));
  const next = windows.toSorted((one, other) => (one.by < other.by ? -1 : one.by > other.by ? 1 : 0))[0];
  if (next) return { text: inShort(next, today), kind: 'date' };
  const past = schedules.findLast(schedule => schedule.kind === 'dated');
  const day = past?.by ?? past?.from;
  if (day) return { text: `was due ${inShort({ from: day, by: day }, today)}`, kind: 'late' };
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

/**
 * The same rhythms stand in hundreds of lines of one plan, and counting on a rule's days costs more than the rest of
 * a row, so what a day's first reader waited for is kept for the others.
 */
const known = new Map<string, Window[]>();
let knownOn = '';
const MOST_KNOWN = 5000;

function firstWindow(schedule: Schedule, today: Temporal.PlainDate): Window[] {
  const day = today.toString();
  if (day !== knownOn || known.size >= MOST_KNOWN) known.clear();
  knownOn = day;
  const { kind, rule, often, from, by } = schedule;
  if (kind !== 'recurring') return nextDates(schedule, { today }, 1);
  const name = [rule, often?.times, often?.per, from, by].join('|');
  const found = known.get(name) ?? nextDates(schedule, { today }, 1);
  known.set(name, found);
  return found;
}
