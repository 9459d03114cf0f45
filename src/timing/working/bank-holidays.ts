import { holidaysByRule, SUBSTITUTE } from './by-rule.ts';
import type { Division } from './division.ts';
import { SHIPPED_ROWS } from './shipped.ts';

/** The bank holidays of one year: each ISO day with its name. */
export type HolidaysOfYear = ReadonlyMap<string, string>;

/** Whole years of bank holidays that somebody has published. */
export type Published = Record<Division, ReadonlyMap<number, HolidaysOfYear>>;

export type Holiday = { division: Division; day: string; name: string };

const ofEach = <T>(work: (division: Division) => T): Record<Division, T> => ({
  'england-and-wales': work('england-and-wales'),
  scotland: work('scotland'),
  'northern-ireland': work('northern-ireland'),
});

/** Gathered by division and year. A year with one day in the list counts as whole. */
export function published(holidays: Iterable<Holiday>): Published {
  const found = ofEach(() => new Map<number, Map<string, string>>());
  for (const { division, day, name } of holidays) {
    const year = Number(day.slice(0, 4));
    const days = found[division].get(year) ?? new Map();
    found[division].set(year, days.set(day, name));
  }
  return found;
}

/** The years of `newer` instead of those in `older`, year by year. */
export const publishedOver = (older: Published, newer: Published): Published =>
  ofEach(division => new Map([...older[division], ...newer[division]]));

function* shippedDays(): Iterable<Holiday> {
  for (const [title, divisions, days] of SHIPPED_ROWS)
    for (const marked of days.split(' '))
      for (const division of divisions) {
        const name = marked.endsWith('*') ? title + SUBSTITUTE : title;
        yield { division, day: marked.replace('*', ''), name };
      }
}

/** What this version of the program knows by itself. */
export const SHIPPED: Published = published(shippedDays());

export type KnownHolidays = {
  days: HolidaysOfYear;
  /** By rule: nobody has published the year yet, so that a day moved or added by proclamation is not known. */
  known: 'published' | 'by-rule';
};

/**
 * The bank holidays of any year: published where they are, else by rule. A promise of 2030 has to fall somewhere, and
 * the rules have been right for all but the few days that were proclaimed besides; whoever shows such a day can say so.
 */
export function bankHolidaysIn(year: number, division: Division, from: Published = SHIPPED): KnownHolidays {
  const days = from[division].get(year);
  return days ? { days, known: 'published' } : { days: ruled(year, division), known: 'by-rule' };
}

const computed = new Map<string, HolidaysOfYear>();

/** Kept, since days are asked for one after the other: some hundred years of three divisions at most. */
function ruled(year: number, division: Division): HolidaysOfYear {
  const key = `${division} ${year}`;
  const days = computed.get(key) ?? holidaysByRule(year, division);
  if (computed.size < 300) computed.set(key, days);
  return days;
}
