import type { Span } from '../calendar.ts';
import { meaning, type Recogniser } from '../grammar/grammar.ts';
import type { Moment } from './moment.ts';

const { PlainDate } = Temporal;

const MOON = 'reckoned from the moon, and may be kept a day earlier or later: which day is meant?';

type Reckoning = { calendar: string; monthCode: string; day: number; length?: number };

/** The days of a feast in a year of our own calendar; a lunar year is shorter, so that both it touches are tried. */
function reckoned({ calendar, monthCode, day, length = 1 }: Reckoning, year: number): Span | undefined {
  const { year: first } = new PlainDate(year, 1, 1).withCalendar(calendar);
  return [first, first + 1]
    .map(lunar => PlainDate.from({ calendar, year: lunar, monthCode, day }).withCalendar('iso8601'))
    .filter(from => from.year === year)
    .map(from => ({ from, by: from.add({ days: length - 1 }) }))[0];
}

const MUSLIM = 'islamic-umalqura';
const RECKONED: Record<string, Reckoning> = {
  'ramadan|ramadhan|ramazan': { calendar: MUSLIM, monthCode: 'M09', day: 1, length: 30 },
  'eid al|ul fitr': { calendar: MUSLIM, monthCode: 'M10', day: 1 },
  'eid al|ul adha': { calendar: MUSLIM, monthCode: 'M12', day: 10 },
  'chinese|lunar new year': { calendar: 'chinese', monthCode: 'M01', day: 1 },
  'rosh hashanah|hashana': { calendar: 'hebrew', monthCode: 'M01', day: 1, length: 2 },
  'yom kippur': { calendar: 'hebrew', monthCode: 'M01', day: 10 },
  'hanukkah|chanukah': { calendar: 'hebrew', monthCode: 'M03', day: 25, length: 8 },
  'passover|pesach': { calendar: 'hebrew', monthCode: 'M07', day: 15, length: 8 },
};

/** The eve of the new moon between 18 October and 16 November; the Chinese calendar begins its months with new moons. */
function diwali(year: number): Span {
  const first = new PlainDate(year, 10, 18);
  const { day, daysInMonth } = first.withCalendar('chinese');
  const eve = first.add({ days: day === 1 ? -1 : daysInMonth - day });
  return { from: eve, by: eve };
}

/** Feasts that move through the calendar with the moon; every date of theirs is to be confirmed. */
export const moonFeast: Recogniser<Moment> = meaning<Moment>({
  ...Object.fromEntries(
    Object.entries(RECKONED).map(([name, reckoning]) => [
      name,
      { doubt: MOON, in: (year: number) => reckoned(reckoning, year) },
    ]),
  ),
  'diwali|deepavali|divali': { doubt: MOON, in: diwali },
});
