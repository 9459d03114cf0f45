import { type Beside, UNITS } from '../../../../../timing/series/series.ts';
import type { Answers, Reader } from '../answers.ts';
import { type KindForm, readBounds } from './kind.ts';

export const PLACES = [
  'during',
  'first-day',
  'last-day',
  'first-week',
  'last-week',
  'before',
  'after',
] as const;

export const besideForm: KindForm<'beside'> = {
  text: 'Whenever a calendar says: each meeting, each term, each festival',
  hint: 'Each full council; in each term; two weeks before each ward panel',
  read: (asked, { known }) => {
    const chosen = readCalendar(asked, known.calendars);
    const days = readPlace(asked);
    const times = asked.whole('times', {
      least: 1,
      most: 100,
      words: 'Enter how often, from 1 to 100',
      usual: 1,
    });
    const bounds = readBounds(asked);
    if (!chosen || !days || !times || !bounds) return undefined;
    return { kind: 'beside', ...chosen, ...(times > 1 && { times }), days, ...bounds };
  },
  answers: ({ calendar, called, times, days }) => ({
    entries: entriesValue(calendar, called),
    times: times ? String(times) : '',
    ...placeAnswers(days),
  }),
};

/** A calendar, and with a title those of its entries that are called so. */
export const entriesValue = (calendar: string, called?: string): string =>
  called ? `${calendar} ${called}` : calendar;

function readCalendar(
  asked: Reader,
  calendars: ReadonlyMap<string, unknown>,
): { calendar: string; called?: string } | undefined {
  const [calendar = '', ...called] = (asked.answers.entries ?? '').split(' ');
  if (!calendars.has(calendar)) return asked.wrong('entries', 'Choose a calendar');
  const title = called.join(' ').trim().slice(0, 200);
  return { calendar, ...(title && { called: title }) };
}

function readPlace(asked: Reader): Beside | undefined {
  const place = asked.one('place', PLACES, 'Choose when it is due');
  if (place !== 'before' && place !== 'after') return place && { at: place };
  const count = asked.whole('far', { least: 0, most: 400, words: 'Enter how far, from 0 to 400' });
  const unit = asked.one('farUnit', UNITS, 'Choose days, weeks or months');
  const end = asked.one('end', ['first-day', 'last-day'] as const, 'Choose its beginning or its end');
  if (count === undefined || !unit || !end) return undefined;
  return { at: place, end, far: { count, unit }, ...(asked.ticked('anyDay') && { within: true as const }) };
}

const placeAnswers = (days: Beside): Answers =>
  'far' in days
    ? {
        place: days.at,
        far: String(days.far.count),
        farUnit: days.far.unit,
        end: days.end,
        anyDay: days.within ? 'yes' : '',
      }
    : { place: days.at };
