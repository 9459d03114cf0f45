import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type SignedInVisit, timesOf } from '../../../../platform/http/visit.ts';
import { readTimings } from '../../../../timing/read.ts';
import { inWords } from '../../../../timing/words.ts';
import { changeYear } from '../../actions/settings.ts';
import { monthName, SPRING_MONTHS } from '../../organisation.ts';

const ALL_MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

const shape = z.object({
  financialYearMonth: z.coerce
    .number({ error: 'Choose the month in which the financial year begins' })
    .refine(month => ALL_MONTHS.includes(month), 'Choose the month in which the financial year begins'),
  springMonth: z.coerce
    .number({ error: 'Choose the months of spring' })
    .refine(month => SPRING_MONTHS.includes(month), 'Choose the months of spring'),
});

/** How the organisation divides its year: what its plans mean by a quarter, a financial year and a season. */
export function showCalendar(visit: SignedInVisit): Answer {
  const { financialYearStart, springMonth } = visit.who.organisation.year;
  return view(visit, {
    answers: { financialYearMonth: `${financialYearStart.month}`, springMonth: `${springMonth}` },
  });
}

export async function saveCalendar(visit: SignedInVisit): Promise<Answer> {
  const { value, errors, answers } = readForm(shape, visit.form);
  if (!value) return view(visit, { errors, answers });
  const changed = await visit.within(within => changeYear(within, value, visit.now()));
  return redirect(
    '/organisation/calendar',
    changed ? 'Saved. Timings are told by it from now on.' : 'Nothing was changed.',
  );
}

type Facts = { answers: Record<string, string>; errors?: PageError[] };

const view = (visit: SignedInVisit, facts: Facts): Answer =>
  page(
    'organisations/pages/calendar/page.njk',
    { ...facts, months, springs, examples: examplesFor(visit) },
    { title: 'How the year is counted' },
    facts.errors ? 422 : 200,
  );

const months = ALL_MONTHS.map(month => ({ value: `${month}`, text: monthName(month) }));

const springs = SPRING_MONTHS.map(first => ({
  value: `${first}`,
  text: `${monthName(first)} to ${monthName(first + 2)}`,
}));

const PHRASES = ['Financial year', 'Q1', 'Q4', 'Spring', 'Summer', 'Autumn', 'Winter'];

const examplesFor = (visit: SignedInVisit): { key: string; text: string }[] =>
  PHRASES.map(phrase => ({
    key: phrase,
    text: readTimings(phrase, timesOf(visit)).map(inWords).join(', '),
  }));
