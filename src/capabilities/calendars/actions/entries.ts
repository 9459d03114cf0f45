import { randomUUID } from 'node:crypto';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { calendarSubject, type EntryValues, entryId, entrySubject } from '../calendar.ts';
import type { CalendarParts } from '../follows.ts';
import { areaWords } from '../queries/areas.ts';
import { holdCalendar } from '../queries/calendars.ts';
import { entriesIn, entryById, type PlacedEntry } from '../queries/entries.ts';
import { entryChanges, type ToldEntry } from '../rules/entry-changes.ts';
import { daysInWords } from '../rules/entry-words.ts';
import { isAmong } from '../rules/same-entry.ts';
import { tellFollowers } from './told.ts';

export type EntryNotSaved = Refusal<'not-found' | 'changed-meanwhile' | 'no-such-area' | 'there-already'>;

/** An entry of a calendar, as addresses name it: an entry of another calendar is not found. */
export type WhichEntry = { calendar: string; id: string };

export async function addEntry(
  within: Within,
  calendar: string,
  values: EntryValues,
  parts: CalendarParts,
  now: Temporal.Instant,
): Promise<{ id: string } | EntryNotSaved> {
  const held = await holdCalendar(within, calendar);
  if (!held) return refuse('not-found');
  if (await namesNoArea(within, values)) return refuse('no-such-area');
  if (isAmong(await alikeOn(within, calendar, values.from), values)) return refuse('there-already');
  const uid = randomUUID();
  const id = entryId(calendar, uid);
  await within.db
    .insertInto('calendar_entries')
    .values({ id, uid, calendar_id: calendar, ...columnsOf(values), created_at: now, changed_at: now })
    .execute();
  await record(within, entrySubject(id), 'added', [], now);
  await tellFollowers(within, calendar, parts, now);
  return { id };
}

/** Saves an entry over the version that was seen; moved or named otherwise, it stays the same entry. */
export async function changeEntry(
  within: Within,
  { calendar, id, version, values }: WhichEntry & { version: number; values: EntryValues },
  parts: CalendarParts,
  now: Temporal.Instant,
): Promise<{ saved: number } | EntryNotSaved> {
  const before = await holdEntry(within, { calendar, id });
  if (!before) return refuse('not-found');
  if (await namesNoArea(within, values)) return refuse('no-such-area');
  const after = await told(within, values);
  const changes = entryChanges(toldAs(before), after);
  if (!changes.length) return { saved: 0 };
  if (before.version !== version) return refuse('changed-meanwhile');
  const others = (await alikeOn(within, calendar, values.from)).filter(one => one.id !== id);
  if (!isAmong([before], values) && isAmong(others, values)) return refuse('there-already');
  await change(within, before, columnsOf(values), now);
  await record(within, entrySubject(id), 'changed', changes, now);
  await tellFollowers(within, calendar, parts, now);
  return { saved: changes.length };
}

/** It does not take place: it stays to be seen, and sets no date any more. `done`: false where it was so already */
export const cancelEntry = settingWhether({ cancelled: true });

/** It takes place after all. `done`: false where it was so already */
export const restoreEntry = settingWhether({ cancelled: false });

function settingWhether({ cancelled }: { cancelled: boolean }) {
  return async (
    within: Within,
    which: WhichEntry,
    parts: CalendarParts,
    now: Temporal.Instant,
  ): Promise<{ done: boolean } | Refusal<'not-found'>> => {
    const entry = await holdEntry(within, which);
    if (!entry) return refuse('not-found');
    if (Boolean(entry.cancelledAt) === cancelled) return { done: false };
    await change(within, entry, { cancelled_at: cancelled ? now : null }, now);
    await record(within, entrySubject(entry.id), cancelled ? 'cancelled' : 'put back', [], now);
    await tellFollowers(within, which.calendar, parts, now);
    return { done: true };
  };
}

/** Takes out what should never have been there; the history of its calendar keeps that it was. */
export async function removeEntry(
  within: Within,
  which: WhichEntry,
  parts: CalendarParts,
  now: Temporal.Instant,
): Promise<{ removed: string } | Refusal<'not-found'>> {
  const entry = await holdEntry(within, which);
  if (!entry) return refuse('not-found');
  await within.db.deleteFrom('calendar_entries').where('id', '=', entry.id).execute();
  await record(within, entrySubject(entry.id), 'removed', [], now);
  await record(within, calendarSubject(which.calendar), 'removed entries', [goneFrom(entry)], now);
  await tellFollowers(within, which.calendar, parts, now);
  return { removed: entry.title };
}

/** As the history of its calendar tells it once it is gone. */
export const goneFrom = ({ title, ...days }: PlacedEntry): Change => ({
  field: 'entry',
  before: `${title}, ${daysInWords(days)}`,
  after: null,
});

async function holdEntry(within: Within, { calendar, id }: WhichEntry): Promise<PlacedEntry | undefined> {
  if (!(await holdCalendar(within, calendar))) return undefined;
  const entry = await entryById(within, id);
  return entry?.calendar === calendar ? entry : undefined;
}

type Columns = Partial<ReturnType<typeof columnsOf>> & { cancelled_at?: Temporal.Instant | null };

async function change({ db }: Within, { id }: PlacedEntry, columns: Columns, now: Temporal.Instant) {
  await db
    .updateTable('calendar_entries')
    .set(set => ({ ...columns, version: set('version', '+', 1), changed_at: now }))
    .where('id', '=', id)
    .execute();
}

/** Held by the calendar's own lock, so that two people who type the same at once are two as well. */
const alikeOn = (within: Within, calendar: string, day: Temporal.PlainDate): Promise<PlacedEntry[]> =>
  entriesIn(within, calendar, { from: day, by: day });

async function namesNoArea(within: Within, { election }: EntryValues): Promise<boolean> {
  return Boolean(election?.area) && (await areaWords(within, election!.area)) === null;
}

export const columnsOf = ({ title, from, by, at, election }: EntryValues) => ({
  title,
  from_day: from,
  by_day: by,
  at,
  poll: election?.poll ?? null,
  area_id: election?.area ?? null,
  starts_on: election?.startsOn ?? null,
});

/** History tells places by name, whatever they are called later. */
const toldAs = ({ place, ...entry }: PlacedEntry): ToldEntry => ({
  ...entry,
  election: entry.election && { ...entry.election, area: place },
});

async function told(within: Within, values: EntryValues): Promise<ToldEntry> {
  const { election } = values;
  return {
    ...values,
    election: election && { ...election, area: await areaWords(within, election.area) },
  };
}
