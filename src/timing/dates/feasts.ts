import { easterSunday, months, type Span, week, weekdayOfMonth } from '../calendar.ts';
import { as, either, maybe, meaning, phrase, type Recogniser, sequence, unless } from '../grammar/grammar.ts';
import { type Moment, onDay } from './moment.ts';
import { moonFeast } from './moon-feasts.ts';
import { shortYearAfter, yearAfter } from './years.ts';

const FEASTS: Record<string, [number, number]> = {
  'christmas day?': [12, 25],
  xmas: [12, 25],
  'christmas eve': [12, 24],
  'boxing day': [12, 26],
  "new year's|years day": [1, 1],
  "new year's|years eve": [12, 31],
  "halloween|hallowe'en": [10, 31],
  'bonfire night': [11, 5],
  'bon fire night': [11, 5],
  'guy fawkes night?': [11, 5],
  "st george's day": [4, 23],
  "valentine's day": [2, 14],
  'remembrance|armistice day': [11, 11],
  "international women's day": [3, 8],
  'may day': [5, 1],
  'burns night': [1, 25],
  'holocaust memorial day': [1, 27],
  "st david's day": [3, 1],
  "st patrick's day": [3, 17],
  "st andrew's day": [11, 30],
  've day': [5, 8],
  'vj day': [8, 15],
  'windrush day': [6, 22],
  'earth day': [4, 22],
  'world mental health day': [10, 10],
  'vaisakhi|baisakhi': [4, 14],
};

const around = (from: Temporal.PlainDate, days: number): Span => ({ from, by: from.add({ days }) });
const onOne = (day: Temporal.PlainDate | undefined): Span | undefined => day && { from: day, by: day };
const onWeekday = (month: number, weekday: number, n: number) => (year: number) =>
  onOne(weekdayOfMonth(year, month, weekday, n));

/** Days that a weekday of their month fixes. */
const MOVED: Record<string, (year: number) => Span | undefined> = {
  'remembrance sunday': onWeekday(11, 7, 2),
  "father's|fathers day": onWeekday(6, 7, 3),
  'armed forces day': onWeekday(6, 6, -1),
  'early may bank holiday': onWeekday(5, 1, 1),
  'spring|may|whitsun bank holiday': onWeekday(5, 1, -1),
  'summer|august bank holiday': onWeekday(8, 1, -1),
  // The Summer Time Act 1972, as amended by the Summer Time Order 2002
  'the? clocks|clock go|goes|going|change|changing|put forward|forwards': onWeekday(3, 7, -1),
  'the? clocks|clock go|goes|going|change|changing|put back|backwards': onWeekday(10, 7, -1),
};
/** Months that campaigns of public bodies keep in the United Kingdom. */
const KEPT: Record<string, number> = {
  'black history month': 10,
  'lgbt +? history month': 2,
  'pride month': 6,
};

const mothersDay = (year: number): Span => around(easterSunday(year).subtract({ days: 21 }), 0);

const EASTER: Record<string, (year: number) => Span> = {
  'easter period|weekend': year => around(easterSunday(year).subtract({ days: 2 }), 3),
  'easter bank holiday weekend?': year => around(easterSunday(year).subtract({ days: 2 }), 3),
  'easter sunday?': year => around(easterSunday(year), 0),
  'easter monday': year => around(easterSunday(year).add({ days: 1 }), 0),
  'shrove tuesday': year => around(easterSunday(year).subtract({ days: 47 }), 0),
  'ash wednesday': year => around(easterSunday(year).subtract({ days: 46 }), 0),
  'mothering sunday': mothersDay,
  "mother's|mothers day": mothersDay,
  'good friday': year => around(easterSunday(year).subtract({ days: 2 }), 0),
};

/** Days that every year has, with or without their year. */
export const feast: Recogniser<Moment> = as(
  sequence(
    either(
      as(sequence(phrase('the? christmas|xmas|festive'), phrase('period|season')), () => ({
        ...onDay(12, 25),
        doubt: 'which days around it?',
      })),
      as(
        phrase('christmas week'),
        (): Moment => ({ in: year => week(new Temporal.PlainDate(year, 12, 25)) }),
      ),
      as(phrase('christmas|xmas and|&|/ the? new year'), () => ({
        doubt: 'which days around it?',
        in: (year: number) => ({
          from: new Temporal.PlainDate(year, 12, 25),
          by: new Temporal.PlainDate(year + 1, 1, 1),
        }),
      })),
      moonFeast,
      as(meaning(KEPT), (m): Moment => ({ months: [m], in: year => months(year, m) })),
      as(meaning(MOVED), (span): Moment => ({ in: span })),
      as(meaning(FEASTS), ([m, d]) => onDay(m, d)),
      as(phrase('the? new year'), () => ({ ...onDay(1, 1), doubt: 'when in the new year?' })),
      as(meaning(EASTER), (span): Moment => ({ in: span })),
    ),
    unless(phrase('holiday|holidays|hols|break|term|half')),
    maybe(as(sequence(maybe(phrase('period')), either(yearAfter, shortYearAfter)), ([, y]) => y)),
  ),
  ([moment, , y]) => ({ ...moment, year: y?.year, feast: true as const }),
);
