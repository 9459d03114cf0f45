import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Span } from '../../../timing/calendar.ts';
import type { Poll } from '../../../timing/working/pre-election.ts';
import type { Entry } from '../calendar.ts';
import { placeWords } from '../place.ts';

/** An entry with the name of where it is held, where that is not everywhere that its calendar is. */
export type PlacedEntry = Entry & { place: string | null };

type Which = { id: string } | { calendar: string; span?: Span; missing?: Temporal.Instant };

async function entries({ db }: Within, which: Which): Promise<PlacedEntry[]> {
  let asked = db
    .selectFrom('calendar_entries as e')
    .leftJoin('areas as a', 'a.id', 'e.area_id')
    .select(['e.id', 'e.calendar_id as calendar', 'e.uid', 'e.title', 'e.from_day as from', 'e.by_day as by'])
    .select(['e.at', 'e.poll', 'e.area_id', 'a.name as areaName', 'a.kind as areaKind', 'e.starts_on'])
    .select(['e.version', 'e.cancelled_at as cancelledAt', 'e.seen_at as seenAt'])
    .orderBy('e.from_day')
    .orderBy('e.at', at => at.asc().nullsFirst())
    .orderBy('e.id');
  if ('id' in which) asked = asked.where('e.id', '=', which.id);
  else {
    asked = asked.where('e.calendar_id', '=', which.calendar);
    if (which.span)
      asked = asked.where('e.from_day', '>=', which.span.from).where('e.from_day', '<=', which.span.by);
    if (which.missing)
      asked = asked.where('e.seen_at', '<', which.missing).where('e.cancelled_at', 'is', null);
  }
  return (await asked.execute()).map(
    ({ poll, area_id: area, areaName, areaKind, starts_on: startsOn, ...entry }) => ({
      ...entry,
      place: areaName === null ? null : placeWords({ name: areaName, kind: areaKind! }),
      election: poll === null ? null : { poll: poll as Poll, area, startsOn },
    }),
  );
}

export async function entryById(within: Within, id: string): Promise<PlacedEntry | undefined> {
  return (await entries(within, { id }))[0];
}

/** Those that begin in a span, in the order of their days; cancelled ones too. */
export const entriesIn = (within: Within, calendar: string, span: Span): Promise<PlacedEntry[]> =>
  entries(within, { calendar, span });

/** All of them, for setting a file beside them. */
export const allEntries = (within: Within, calendar: string): Promise<PlacedEntry[]> =>
  entries(within, { calendar });

/** Those that a file had once, are to come, and were not in the last. */
export async function missingEntries(
  within: Within,
  { id, fileAt }: { id: string; fileAt: Temporal.Instant | null },
  today: Temporal.PlainDate,
): Promise<PlacedEntry[]> {
  if (!fileAt) return [];
  const found = await entries(within, { calendar: id, missing: fileAt });
  return found.filter(({ from }) => Temporal.PlainDate.compare(today, from) <= 0);
}

/** The first and the last day on which a calendar has something; nothing where it has nothing. */
export async function reachOf({ db }: Within, calendar: string): Promise<Span | undefined> {
  const { rows } = await sql<{ from: Temporal.PlainDate | null; by: Temporal.PlainDate }>`
    select min(from_day) as "from", max(from_day) as "by" from calendar_entries where calendar_id = ${calendar}`.execute(
    db,
  );
  const row = rows[0];
  return row?.from ? { from: row.from, by: row.by } : undefined;
}
