import { nameKey } from '../../../language/same-name.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { CalendarParts } from '../follows.ts';
import { holdCalendar } from '../queries/calendars.ts';
import { allEntries } from '../queries/entries.ts';
import type { KnownDay } from '../rules/known-days.ts';
import { storeEntries } from './store-entries.ts';

/** Adds those that are not there yet, under any identity. @returns how many */
export async function addKnownDays(
  within: Within,
  calendar: string,
  days: KnownDay[],
  parts: CalendarParts,
  now: Temporal.Instant,
): Promise<number> {
  if (!(await holdCalendar(within, calendar))) return 0;
  const there = await allEntries(within, calendar);
  const known = new Set(there.flatMap(({ uid, title, from }) => [uid, `${nameKey(title)} ${from}`]));
  const wanted = days.filter(
    ({ uid, values }) => !known.has(uid) && !known.has(`${nameKey(values.title)} ${values.from}`),
  );
  if (!wanted.length) return 0;
  const deeds = wanted.map(day => ({ ...day, stored: undefined, cancelled: false, changes: [] }));
  await storeEntries(within, { calendar, deeds, seen: false, action: 'known days' }, parts, now);
  return wanted.length;
}
