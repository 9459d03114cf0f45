import { NotPossible } from './command-line.ts';

/** How the commands `read` and `timing` are told what an organisation's settings say in the app: the parts of its year. */
export const CALENDAR_OPTIONS = {
  'financial-year-starts': { type: 'string' },
  'spring-starts': { type: 'string' },
} as const;

export const CALENDAR_USE = '[--financial-year-starts 04-01] [--spring-starts 03-01]';

/** For the help of a command: each option with what it does. */
export const CALENDAR_HELP = [
  '  --financial-year-starts 04-01   the month in which the financial year begins, as 04-01, 4 or April;',
  '                                  “Q1” and “2025/26” are counted from it (April where it is not given)',
  '  --spring-starts 03-01           the month in which spring begins: February, March or April; the other',
  '                                  seasons follow, three months each (March where it is not given)',
].join('\n');

export type CalendarAsked = { 'financial-year-starts'?: string; 'spring-starts'?: string };
export type YearAsked = { financialYearStart?: { month: number; day: number }; springMonth?: number };

/** What was asked of the year; nothing for what was not. @throws NotPossible for what is no month, or not one of spring's. */
export function yearFrom(asked: CalendarAsked): YearAsked {
  const financial = asked['financial-year-starts'];
  const spring = asked['spring-starts'];
  return {
    ...(financial !== undefined && {
      financialYearStart: { month: monthFrom('financial-year-starts', financial), day: 1 },
    }),
    ...(spring !== undefined && { springMonth: springFrom(spring) }),
  };
}

const SPRING = [2, 3, 4];

function springFrom(text: string): number {
  const month = monthFrom('spring-starts', text);
  if (SPRING.includes(month)) return month;
  throw new NotPossible(
    `Spring does not begin in ${MONTHS[month - 1]}. Give --spring-starts as 02-01, 03-01 or 04-01.`,
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) =>
  Temporal.PlainDate.from({ year: 2025, month: index + 1, day: 1 }).toLocaleString('en-GB', {
    month: 'long',
  }),
);

/** "04-01", "4" and "April" (or "Apr"): a year is divided by whole months, as in the settings of an organisation. */
function monthFrom(option: keyof CalendarAsked, text: string): number {
  const [, number, day] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text.trim()) ?? [];
  const named = MONTHS.findIndex(name => isName(text.trim().toLowerCase(), name.toLowerCase())) + 1;
  const month = number === undefined ? named : Number(number);
  if (month < 1 || month > 12)
    throw new NotPossible(`"${text}" is not a month. Give --${option} as month and day, such as 04-01.`);
  if (day !== undefined && Number(day) !== 1)
    throw new NotPossible(
      `"${text}" is not the first day of a month, by which years are counted here. Give --${option} as ${String(month).padStart(2, '0')}-01.`,
    );
  return month;
}

const isName = (text: string, month: string): boolean => text.length >= 3 && month.startsWith(text);
