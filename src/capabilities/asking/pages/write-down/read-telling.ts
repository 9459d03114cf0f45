import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import type { SignedInVisit } from '../../../../platform/http/visit.ts';
import { LONGEST_NAME } from '../../request.ts';
import { WAYS, type Way } from '../../update.ts';

/** Who gave an answer, how and when; as it was typed, and what is not right of it. */
export type Telling = {
  value?: { who: string; way: Way; on: Temporal.PlainDate };
  answers: Record<string, string>;
  errors: PageError[];
};

export function readTelling({ form, today }: Pick<SignedInVisit, 'form' | 'today'>): Telling {
  const who = typeof form.who === 'string' ? form.who.replace(/\s+/g, ' ').trim() : '';
  const way = WAYS.find(one => one === form.way);
  const asked = 'the day on which they answered';
  const { day, answers: typed, errors: ofDay } = readDay(form, 'on', { asked, needed: true });
  const errors = [
    ...(who ? [] : fieldProblem('who', 'Enter the name of who answered')),
    ...(who.length > LONGEST_NAME
      ? fieldProblem('who', `Write a name of ${LONGEST_NAME} characters or fewer`)
      : []),
    ...(way ? [] : fieldProblem('way', 'Choose how they answered')),
    ...ofDay,
    ...(day && Temporal.PlainDate.compare(day, today()) > 0
      ? fieldProblem('on-day', 'Enter a day that is not in the future')
      : []),
  ];
  const answers = {
    who,
    ...(way && { way }),
    ...{ 'on-day': typed.day, 'on-month': typed.month, 'on-year': typed.year },
  };
  return way && day && !errors.length
    ? { value: { who, way, on: day }, answers, errors }
    : { answers, errors };
}
