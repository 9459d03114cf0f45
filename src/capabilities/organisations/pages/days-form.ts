import type { PageError } from '../../../platform/govuk/frame.ts';
import { type DayAnswers, dayAnswers, readDay } from '../../../platform/http/day-field.ts';
import type { Days } from '../person.ts';
import { ENDS_FIRST, isBackwards } from '../rules/days.ts';

export type DaysAnswers = { starts: DayAnswers; ends: DayAnswers };

/** The first and the last day of a form, neither of them needed. */
export function readDays(
  form: Record<string, unknown>,
): Days & { answers: DaysAnswers; errors: PageError[] } {
  const starts = readDay(form, 'starts', { asked: 'the first day' });
  const ends = readDay(form, 'ends', { asked: 'the last day' });
  const days = { startsOn: starts.day, endsOn: ends.day };
  const backwards = isBackwards(days) ? [{ href: '#ends-day', text: ENDS_FIRST }] : [];
  return {
    ...days,
    answers: { starts: starts.answers, ends: ends.answers },
    errors: [...starts.errors, ...ends.errors, ...backwards],
  };
}

export const daysAnswers = ({ startsOn, endsOn }: Days): DaysAnswers => ({
  starts: dayAnswers(startsOn),
  ends: dayAnswers(endsOn),
});
