import type { YearFacts } from '../../../timing/schedule.ts';
import { occasionIn } from '../../../timing/series/occasions.ts';
import type { EntryValues } from '../calendar.ts';

/**
 * Days that a rule gives in every year, so that nobody has to type them. Festivals that are kept by the moon are not among
 * them: they are announced, not worked out, and are entered once they are.
 */
export const KNOWN_DAYS = [
  'Burns Night',
  'Holocaust Memorial Day',
  'LGBT+ History Month',
  'Valentine’s Day',
  'St David’s Day',
  'International Women’s Day',
  'St Patrick’s Day',
  'Mother’s Day',
  'Easter Sunday',
  'St George’s Day',
  'Pride Month',
  'Father’s Day',
  'Windrush Day',
  'Armed Forces Day',
  'Black History Month',
  'World Mental Health Day',
  'Halloween',
  'Bonfire Night',
  'Remembrance Sunday',
  'St Andrew’s Day',
  'Christmas Day',
  'New Year’s Eve',
] as const;

/** How many years may be added at once. */
export const MOST_YEARS = 10;

/** `uid`: the same whoever adds it, so that it is there once. */
export type KnownDay = { uid: string; values: EntryValues };

/** The named days in so many years from one on. */
export const knownDays = (
  names: readonly string[],
  years: { first: number; count: number },
  facts: YearFacts,
): KnownDay[] =>
  Array.from({ length: years.count }, (_, at) => years.first + at).flatMap(year =>
    names.flatMap(title => {
      const span = occasionIn(title, year, facts);
      const uid = `known day: ${title} ${year}`;
      return span ? [{ uid, values: { title, ...span, at: null, election: null } }] : [];
    }),
  );
