import { calendarDay } from '../dates/days.ts';
import { feast } from '../dates/feasts.ts';
import type { Recurring } from '../drafts/draft.ts';
import { as, either, list, phrase, type Recogniser, sequence } from '../grammar/grammar.ts';
import { month, season } from '../grammar/names.ts';
import { byCount, byRule } from './frequency.ts';
import { nthDay, nthWeekday, someWeekday } from './month-days.ts';
import { conjunction, every, weekdays } from './weekdays.ts';

/** "every 1 April". */
const everyDate: Recogniser<Recurring> = as(
  sequence(every, calendarDay),
  ([, { months, dayOfMonth: d, year }]) => {
    const m = months?.[0];
    return m && d && year === undefined
      ? byRule({ freq: 'YEARLY', byMonth: [m], byMonthDay: [d] })
      : undefined;
  },
);

/** "every Christmas". */
const everyFeast: Recogniser<Recurring> = as(sequence(every, feast), ([, { months: byMonth, dayOfMonth }]) =>
  byRule({ freq: 'YEARLY', byMonth, byMonthDay: dayOfMonth ? [dayOfMonth] : undefined }),
);

/** "every April", "each spring and autumn". */
const yearly: Recogniser<Recurring> = either(
  as(sequence(every, phrase('season')), () => byCount(1, 'spring and summer and autumn and winter')),
  as(sequence(every, list(month, conjunction)), ([, all]) => byRule({ freq: 'YEARLY', byMonth: all })),
  as(sequence(every, list(season, conjunction)), ([, all]) => ({
    ...byCount(1, all.join(' and ')),
    rule: all.length === 1 ? { freq: 'YEARLY' } : undefined,
  })),
);

/** A recurrence that names its days or its months. */
export const fixedDays: Recogniser<Recurring> = either(
  nthWeekday,
  nthDay,
  weekdays,
  someWeekday,
  everyDate,
  everyFeast,
  yearly,
);
