import type { Within } from '../../../platform/database/database.ts';
import { record, recordMany } from '../../../platform/history/history.ts';
import { calendarSubject, entrySubject } from '../calendar.ts';
import type { CalendarParts } from '../follows.ts';
import { holdCalendar } from '../queries/calendars.ts';
import { missingEntries } from '../queries/entries.ts';
import { goneFrom } from './entries.ts';
import { tellFollowers } from './told.ts';

/** What becomes of entries that the last file of a calendar did not have any more. */
export const MISSING_ACTS = ['cancel', 'remove', 'keep'] as const;
export type MissingAct = (typeof MISSING_ACTS)[number];

type Settling = { calendar: string; ids: readonly string[]; act: MissingAct };

/** Settles those that were ticked and are still missing. @returns how many */
export async function settleMissing(
  within: Within,
  { calendar, ids, act }: Settling,
  parts: CalendarParts,
  when: { now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<number> {
  const { now, today } = when;
  const held = await holdCalendar(within, calendar);
  const missing = held ? await missingEntries(within, held, today) : [];
  const meant = missing.filter(({ id }) => ids.includes(id));
  if (!meant.length) return 0;
  const names = meant.map(({ id }) => id);
  await DO[act](within, names, now);
  await recordMany(
    within,
    names.map(id => ({ subject: entrySubject(id), action: SAID[act], changes: [] })),
    now,
  );
  if (act === 'remove')
    await record(within, calendarSubject(calendar), 'removed entries', meant.map(goneFrom), now);
  if (act !== 'keep') await tellFollowers(within, calendar, parts, now);
  return meant.length;
}

const SAID: Record<MissingAct, string> = { cancel: 'cancelled', remove: 'removed', keep: 'kept' };

type Do = (within: Within, ids: string[], now: Temporal.Instant) => Promise<unknown>;

const DO: Record<MissingAct, Do> = {
  cancel: ({ db }, ids, now) =>
    db
      .updateTable('calendar_entries')
      .set(set => ({ cancelled_at: now, changed_at: now, version: set('version', '+', 1) }))
      .where('id', 'in', ids)
      .execute(),
  remove: ({ db }, ids) => db.deleteFrom('calendar_entries').where('id', 'in', ids).execute(),
  // from now on it is the organisation's own, and no file is asked about it
  keep: ({ db }, ids, now) =>
    db
      .updateTable('calendar_entries')
      .set({ seen_at: null, changed_at: now })
      .where('id', 'in', ids)
      .execute(),
};
