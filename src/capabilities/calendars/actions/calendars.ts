import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { type Calendar, type CalendarValues, calendarSubject, KIND_WORDS } from '../calendar.ts';
import type { CalendarParts } from '../follows.ts';
import { areaWords } from '../queries/areas.ts';
import { calendarCalled, holdCalendar } from '../queries/calendars.ts';
import { tellFollowers } from './told.ts';

export type CalendarNotSaved = Refusal<
  'not-found' | 'changed-meanwhile' | 'name-taken' | 'no-such-area' | 'has-entries'
>;

export async function addCalendar(
  within: Within,
  values: CalendarValues,
  now: Temporal.Instant,
): Promise<{ id: string } | CalendarNotSaved> {
  if (values.area && !(await areaWords(within, values.area))) return refuse('no-such-area');
  const { name, kind, area } = values;
  const made = await within.db
    .insertInto('calendars')
    .values({ name, kind, area_id: area, created_at: now, changed_at: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return refuse('name-taken');
  await record(within, calendarSubject(made.id), 'added', [], now);
  return made;
}

/** Saves a calendar over the version that was seen. What it is of changes only while it is empty. */
export async function changeCalendar(
  within: Within,
  { id, version, values }: { id: string; version: number; values: CalendarValues },
  parts: CalendarParts,
  now: Temporal.Instant,
): Promise<{ saved: number } | CalendarNotSaved> {
  const before = await holdCalendar(within, id);
  if (!before) return refuse('not-found');
  const changes = await changesOf(within, before, values);
  if (!changes.length) return { saved: 0 };
  if (before.version !== version) return refuse('changed-meanwhile');
  if (values.area && !(await areaWords(within, values.area))) return refuse('no-such-area');
  const namesake = await calendarCalled(within, values.name);
  if (namesake && namesake.id !== id) return refuse('name-taken');
  if (values.kind !== before.kind && (await hasEntries(within, id))) return refuse('has-entries');
  await within.db
    .updateTable('calendars')
    .set(set => ({
      name: values.name,
      kind: values.kind,
      area_id: values.area,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
  await record(within, calendarSubject(id), 'changed', changes, now);
  await tellFollowers(within, id, parts, now);
  return { saved: changes.length };
}

/** Takes a calendar out with all its entries. What hangs on it learns that it is gone; its history stays. */
export async function removeCalendar(
  within: Within,
  id: string,
  parts: CalendarParts,
  now: Temporal.Instant,
): Promise<{ removed: string } | Refusal<'not-found'>> {
  const before = await holdCalendar(within, id);
  if (!before) return refuse('not-found');
  await within.db.deleteFrom('calendars').where('id', '=', id).execute();
  await record(
    within,
    calendarSubject(id),
    'removed',
    [{ field: 'name', before: before.name, after: null }],
    now,
  );
  await tellFollowers(within, id, parts, now);
  return { removed: before.name };
}

async function hasEntries({ db }: Within, calendar: string): Promise<boolean> {
  const one = await db
    .selectFrom('calendar_entries')
    .select('id')
    .where('calendar_id', '=', calendar)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/** History tells places by name, whatever they are called later. */
async function changesOf(within: Within, before: Calendar, after: CalendarValues): Promise<Change[]> {
  const pairs: [string, string | null, string | null][] = [
    ['name', before.name, after.name],
    ['kind', KIND_WORDS[before.kind], KIND_WORDS[after.kind]],
  ];
  if (before.area !== after.area)
    pairs.push(['place', await areaWords(within, before.area), await areaWords(within, after.area)]);
  return pairs.flatMap(([field, was, is]) => (was === is ? [] : [{ field, before: was, after: is }]));
}
