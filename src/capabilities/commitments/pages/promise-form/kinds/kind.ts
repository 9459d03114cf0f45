import type { Known } from '../../../../../timing/series/known.ts';
import type { Series, SeriesKind, Unit } from '../../../../../timing/series/series.ts';
import type { CommitmentSettings } from '../../../settings.ts';
import type { Answers, Reader } from '../answers.ts';

/** What the answers are read with. */
export type FormFacts = { today: Temporal.PlainDate; known: Known; settings: CommitmentSettings };

/** How a kind of series is asked for on a form, and put back into it. */
export type KindForm<K extends SeriesKind = SeriesKind> = {
  text: string;
  hint: string;
  /** Nothing where something is wrong, which the reader keeps. */
  read: (asked: Reader, facts: FormFacts) => Extract<Series, { kind: K }> | undefined;
  answers: (series: Extract<Series, { kind: K }>, facts: FormFacts) => Answers;
};

export const UNIT_WORDS: Record<Unit, string> = {
  day: 'days',
  'working-day': 'working days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters of the financial year',
  'half-year': 'half-years',
  year: 'financial years',
};

/** From which day on it holds, and until when. */
export function readBounds(asked: Reader): { from: string; until?: string } | undefined {
  const from = asked.day('from', 'the first day', true);
  const until = asked.day('until', 'the last day');
  if (!from) return undefined;
  if (until && Temporal.PlainDate.compare(until, from) < 0)
    return asked.wrong('until-day', 'The last day must be after the first day');
  return { from: from.toString(), ...(until && { until: until.toString() }) };
}
