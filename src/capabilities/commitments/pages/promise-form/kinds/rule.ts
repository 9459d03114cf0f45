import { readTimeOfDay } from '../../../../../language/time-of-day.ts';
import type { Answers, Reader } from '../answers.ts';
import { type KindForm, readBounds } from './kind.ts';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const REPEATS = ['weekly', 'monthly-weekday', 'monthly-date', 'yearly', 'as-is'] as const;
const NTHS = ['1', '2', '3', '4', '-1'] as const;

/** The days that every month has; the last of each by itself, so that no month is ever left out. */
export const DATES = [...Array.from({ length: 28 }, (_, n) => String(n + 1)), '-1'];
const MONTHS = Array.from({ length: 12 }, (_, n) => String(n + 1));

export const ruleForm: KindForm<'rule'> = {
  text: 'On set days',
  hint: 'Every Tuesday; the first Monday of each month; 31 March each year',
  read: asked => {
    const rule = ruleOf(asked);
    const at = readTime(asked);
    const bounds = readBounds(asked);
    return rule && bounds && at !== undefined
      ? { kind: 'rule', rule, ...(at && { at }), ...bounds }
      : undefined;
  },
  answers: ({ rule, at }) => ({ ...answersOf(rule), time: at ?? '' }),
};

function ruleOf(asked: Reader): string | undefined {
  const repeats = asked.one('repeats', REPEATS, 'Choose on which days');
  if (repeats === 'weekly') return weekly(asked);
  if (repeats === 'monthly-weekday') return monthlyByWeekday(asked);
  if (repeats === 'monthly-date') return monthlyByDate(asked);
  if (repeats === 'yearly') return yearly(asked);
  if (repeats === 'as-is') return asItIs(asked);
  return undefined;
}

const everySo = (asked: Reader, field: string): string | undefined => {
  const every = asked.whole(field, { least: 1, most: 60, words: 'Enter a number from 1 to 60', usual: 1 });
  return every === undefined ? undefined : every > 1 ? `;INTERVAL=${every}` : '';
};

function weekly(asked: Reader): string | undefined {
  const days = asked.some('weekdays', WEEKDAYS);
  const interval = everySo(asked, 'everyWeeks');
  if (!days.length) return asked.wrong('weekdays', 'Tick at least one day of the week');
  return interval === undefined ? undefined : `FREQ=WEEKLY${interval};BYDAY=${days.join(',')}`;
}

function monthlyByWeekday(asked: Reader): string | undefined {
  const nth = asked.one('nth', NTHS, 'Choose which of the month');
  const weekday = asked.one('weekday', WEEKDAYS, 'Choose a day of the week');
  const interval = everySo(asked, 'everyMonths');
  return nth && weekday && interval !== undefined
    ? `FREQ=MONTHLY${interval};BYDAY=${nth}${weekday}`
    : undefined;
}

function monthlyByDate(asked: Reader): string | undefined {
  const date = asked.one('date', DATES, 'Choose a day of the month');
  const interval = everySo(asked, 'everyMonthsOn');
  return date && interval !== undefined ? `FREQ=MONTHLY${interval};BYMONTHDAY=${date}` : undefined;
}

function yearly(asked: Reader): string | undefined {
  const date = asked.one('yearDate', DATES, 'Choose a day of the month');
  const month = asked.one('month', MONTHS, 'Choose a month');
  return date && month ? `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${date}` : undefined;
}

/** A rule that the plan's words gave and this form cannot say: kept as it was read, or not at all. */
const asItIs = (asked: Reader): string | undefined =>
  /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS|WKST)=[-+A-Z0-9,]{1,80}){0,6}$/.test(
    asked.answers.rule ?? '',
  )
    ? asked.answers.rule
    : asked.wrong('repeats', 'Choose on which days');

/** null: at no time of its own. */
export function readTime(asked: Reader): string | null | undefined {
  const typed = (asked.answers.time ?? '').trim();
  if (!typed) return null;
  const time = readTimeOfDay(typed);
  return time
    ? time.toString({ smallestUnit: 'minute' })
    : asked.wrong('time', 'Enter a time, like 6:30pm or 18:30');
}

const FORMS: [RegExp, (found: string[]) => Answers][] = [
  [
    /^FREQ=WEEKLY(?:;INTERVAL=(\d+))?;BYDAY=([A-Z,]+)$/,
    ([, every = '', weekdays = '']) => ({ repeats: 'weekly', everyWeeks: every, weekdays }),
  ],
  [
    /^FREQ=MONTHLY(?:;INTERVAL=(\d+))?;BYDAY=([1-4]|-1)([A-Z]{2})$/,
    ([, every = '', nth = '', weekday = '']) => ({
      repeats: 'monthly-weekday',
      everyMonths: every,
      nth,
      weekday,
    }),
  ],
  [
    /^FREQ=MONTHLY(?:;INTERVAL=(\d+))?;BYMONTHDAY=(1?\d|2[0-8]|-1)$/,
    ([, every = '', date = '']) => ({ repeats: 'monthly-date', everyMonthsOn: every, date }),
  ],
  [
    /^FREQ=YEARLY;BYMONTH=(\d+);BYMONTHDAY=(1?\d|2[0-8]|-1)$/,
    ([, month = '', date = '']) => ({ repeats: 'yearly', month, yearDate: date }),
  ],
];

function answersOf(rule: string): Answers {
  for (const [form, answers] of FORMS) {
    const found = form.exec(rule);
    if (found) return { ...answers([...found]), rule };
  }
  return { repeats: 'as-is', rule };
}
