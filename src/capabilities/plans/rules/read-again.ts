import { MAY_HIDE, timingsUnder } from '../../../reading/lines/timings.ts';
import type { Field } from '../../../reading/reading.ts';
import type { Schedule, TimingFacts, YearFacts } from '../../../timing/schedule.ts';
import type { LineValues } from './line-changes.ts';

/** What was read out of a line's words, and the doubts that were had about them. */
export type Readings = {
  schedules: Schedule[];
  suggestions: (Schedule & { field: Field })[];
  doubts: { field: string; reason: string }[];
};

/**
 * What is to be thought of a line after somebody changed these of its fields. A doubt about a changed field was answered
 * by changing it; new times are read anew, as far into a cell as in a document, and may be doubted anew.
 */
export function readAgain(
  before: Readings,
  after: LineValues,
  changed: string[],
  facts: TimingFacts,
): Readings {
  const timings = timingsUnder(facts);
  const times = changed.includes('when');
  const schedules = times ? timings.read(after.when ?? '') : before.schedules;
  const found = MAY_HIDE.filter(field => changed.includes(field)).flatMap(field =>
    timings.find(after[field] ?? '').map(schedule => ({ ...schedule, field })),
  );
  const kept = before.suggestions.filter(suggestion => !changed.includes(suggestion.field));
  const answered = new Set(changed.flatMap(field => [field, ...(ANSWERS.get(field) ?? [])]));
  return {
    schedules,
    suggestions: [...kept, ...found],
    doubts: [
      ...before.doubts.filter(doubt => !answered.has(doubt.field)),
      ...(times ? doubtsOfTimes(schedules) : []),
    ],
  };
}

/**
 * A state that was doubted because two cells disagree is no longer the same question when one of them is changed; and
 * who leads is no question where somebody answers.
 */
const ANSWERS = new Map([
  ['status', ['state']],
  ['comments', ['state']],
  ['accountable', ['owner']],
]);

const doubtsOfTimes = (schedules: Schedule[]) =>
  schedules.flatMap(({ phrase, doubt }) => (doubt ? [{ field: 'when', reason: `${phrase}: ${doubt}` }] : []));

/** A document's own date, else the start of its period, gives the year to dates without one. */
export function timingFacts(
  plan: { dated: string | null; periodFrom: string | null; periodTo: string | null },
  { today, ownYear }: { today: Temporal.PlainDate; ownYear?: YearFacts },
): TimingFacts {
  const year = Number((plan.dated ?? plan.periodFrom ?? '').slice(0, 4));
  return { today, ...ownYear, ...(year && { documentYear: year }) };
}
