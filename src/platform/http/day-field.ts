import type { PageError } from '../govuk/frame.ts';

/** The three fields of a day, as the macro `dateField` names and takes them. */
export type DayAnswers = { day: string; month: string; year: string };

/** What is said where nothing was typed that is needed, and where it is no day, on a page that is not in English. */
export type DayProblems = { missing: string; unreal: string };

export type ReadDay = { day: Temporal.PlainDate | null; answers: DayAnswers; errors: PageError[] };

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 20) : '');

/**
 * Reads the three fields of a day. Months may be written as numbers or as words ("Jun"), and years as four figures; null
 * where nothing was typed and nothing is needed.
 * @param asked what is asked for, to be put into the sentence of a problem: "the day it was agreed"; or the sentences
 */
export function readDay(
  form: Record<string, unknown>,
  name: string,
  { asked, needed = false }: { asked: string | DayProblems; needed?: boolean },
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
  const { missing, unreal } = typeof asked === 'string' ? problemsOf(asked) : asked;
  if (!answers.day && !answers.month && !answers.year)
    return needed ? problem(missing) : { day: null, answers, errors: [] };
  const day = dayOf(answers);
  return day ? { day, answers, errors: [] } : problem(unreal);
}

const problemsOf = (asked: string): DayProblems => ({
  missing: `Enter ${asked}`,
  unreal: `Enter ${asked} as a real date, like 27 3 2026`,
});

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
/** Ionawr, Chwefror, Mawrth, ... */
const WELSH_MONTHS = ['ion', 'chw', 'maw', 'ebr', 'mai', 'meh', 'gor', 'aws', 'med', 'hyd', 'tac', 'rha'];

function monthOf(month: string): number {
  if (/^\d{1,2}$/.test(month)) return Number(month);
  const begins = month.toLowerCase().slice(0, 3);
  return Math.max(MONTHS.indexOf(begins), WELSH_MONTHS.indexOf(begins)) + 1;
}

/** As the fields show a day that is known. */
export const dayAnswers = (day: Temporal.PlainDate | null): DayAnswers => ({
  day: day ? String(day.day) : '',
  month: day ? String(day.month) : '',
  year: day ? String(day.year) : '',
});
