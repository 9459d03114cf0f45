import { easterSunday, type Span } from '../calendar.ts';
import { as, either, maybe, meaning, phrase, type Recogniser, sequence, unless } from '../grammar/grammar.ts';
import { type Moment, onDay } from './moment.ts';
import { yearAfter } from './years.ts';

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
};

const around = (from: Temporal.PlainDate, days: number): Span => ({ from, by: from.add({ days }) });
const EASTER: Record<string, (year: number) => Span> = {
  'easter period|weekend': year => around(easterSunday(year).subtract({ days: 2 }), 3),
  'easter bank holiday weekend?': year => around(easterSunday(year).subtract({ days: 2 }), 3),
  'easter sunday?': year => around(easterSunday(year), 0),
  'easter monday': year => around(easterSunday(year).add({ days: 1 }), 0),
  'good friday': year => around(easterSunday(year).subtract({ days: 2 }), 0),
};

/** Days that every year has, with or without their year. */
export const feast: Recogniser<Moment> = as(
  sequence(
    either(
      as(meaning(FEASTS), ([m, d]) => onDay(m, d)),
      as(phrase('the? new year'), () => ({ ...onDay(1, 1), doubt: 'when in the new year?' })),
      as(meaning(EASTER), (span): Moment => ({ in: span })),
    ),
    unless(phrase('holiday|holidays|break|term|half')),
    maybe(as(sequence(maybe(phrase('period')), yearAfter), ([, y]) => y)),
  ),
  ([moment, , y]) => ({ ...moment, year: y?.year }),
);
