import type { PageError } from '../govuk/frame.ts';

/** The three fields of a day, as the macro `dateField` names and takes them. */
export type DayAnswers = { day: string; month: string; year: string };

export type ReadDay = { day: Temporal.PlainDate | null; answers: DayAnswers; errors: PageError[] };

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 20) : '');

/**
 * Reads the three fields of a day. Months may be written as numbers or as words ("Jun"), and years as four figures; null
 * where nothing was typed and nothing is needed.
 * @param asked what is asked for, to be put into the sentence of a problem: "the day it was agreed"
 */
export function readDay(
  form: Record<string, unknown>,
  name: string,
  { asked, needed = false }: { asked: string; needed?: boolean },
): ReadDay {
  const answers = {
    day: text(form[`${name}-day`]),
    month: text(form[`${name}-month`]),
    year: text(form[`${name}-year`]),
  };
  const problem = (words: string): ReadDay => ({
    day: null,
    answers,
    errors: [{ href: `#${name}-day`, text: words }],
  });
  if (!answers.day && !answers.month && !answers.year)
    return needed ? problem(`Enter ${asked}`) : { day: null, answers, errors: [] };
  const day = dayOf(answers);
  return day ? { day, answers, errors: [] } : problem(`Enter ${asked} as a real date, like 27 3 2026`);
}

function dayOf({ day, month, year }: DayAnswers): Temporal.PlainDate | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: monthOf(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined; // the 31st of February, the 13th month
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthOf = (month: string): number =>
  /^\d{1,2}$/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1;

/** As the fields show a day that is known. */
export const dayAnswers = (day: Temporal.PlainDate | null): DayAnswers => ({
  day: day ? String(day.day) : '',
  month: day ? String(day.month) : '',
  year: day ? String(day.year) : '',
});
