import { WHICH_IS_TRUE } from '../../../reading/lines/doubts.ts';
import { MAY_HIDE, timingsUnder } from '../../../reading/lines/timings.ts';
import { timingFactsOf } from '../../../reading/own-time.ts';
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
  const commented = changed.includes('comments');
  return {
    schedules,
    suggestions: [...kept, ...found],
    doubts: [
      ...before.doubts.filter(doubt => !answered.has(doubt.field) && !(commented && isDisagreement(doubt))),
      ...(times ? doubtsOfTimes(schedules) : []),
    ],
  };
}

/** What the status says tells the state; and who leads is no question where somebody answers. */
const ANSWERS = new Map([
  ['status', ['state']],
  ['accountable', ['owner']],
]);

/**
 * A state that was doubted because two cells disagree is no longer the same question when the comments are changed. What
 * “Amber” means is.
 */
const isDisagreement = ({ field, reason }: Readings['doubts'][number]): boolean =>
  field === 'state' && reason.endsWith(WHICH_IS_TRUE);

export const doubtsOfTimes = (schedules: Schedule[]) =>
  schedules.flatMap(({ phrase, doubt }) => (doubt ? [{ field: 'when', reason: `${phrase}: ${doubt}` }] : []));

/** A plan's own date and period place dates without a year as its document's did. */
export const timingFacts = (
  { dated, periodFrom, periodTo }: PlanTime,
  occasion: { today: Temporal.PlainDate; ownYear?: YearFacts },
): TimingFacts =>
  timingFactsOf(
    {
      dated: dated ?? periodFrom,
      period: periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null,
    },
    occasion,
  );

export type PlanTime = { dated: string | null; periodFrom: string | null; periodTo: string | null };
