import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { dueDates } from '../../../timing/series/due-dates.ts';
import type { Known } from '../../../timing/series/known.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { type Dated, nextDated, type WhichDated } from '../queries/dated.ts';
import { SOMETHING_SAID } from '../queries/something-said.ts';
import { type DateColumns, dateColumns } from '../rules/date-columns.ts';
import {
  CLOSED_BY_CALENDAR,
  FOLLOWED,
  FOLLOWED_DAYS,
  movedDeed,
  OPENED_BY_CALENDAR,
} from '../rules/occurrence-deeds.ts';
import type { When } from '../when.ts';
import { AT_ONCE, insertDates } from './write-dates.ts';

/** Before every identifier. */
export const FROM_THE_FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Brings what is written down into line with series that were changed, and calendars that were: what is to come is added,
 * follows to its new day, or goes. What has happened stays, and so does what a person moved and, where only the series
 * changed, what somebody was asked about already. First dates are never touched.
 * @returns after which commitment to go on; undefined where there are no more
 */
export async function agreeDates(
  within: Within,
  which: WhichDated,
  { now, today, after }: When & { after: string },
  known: Known,
): Promise<string | undefined> {
  const found = await nextDated(within, which, { after, today, most: AT_ONCE });
  for (const alike of Map.groupBy(found, sameDates).values())
    await agreeAlike(within, which, alike, { now, today }, known);
  return found.length === AT_ONCE ? found.at(-1)!.id : undefined;
}

const sameDates = ({ id, promise, endsOn, ...same }: Dated): string => JSON.stringify(same);

async function agreeAlike(
  within: Within,
  { calendar }: WhichDated,
  alike: readonly Dated[],
  { now, today }: When,
  known: Known,
): Promise<void> {
  const { series, from, startsOn, until, graceDays } = alike[0]!;
  const beside = series.kind === 'beside';
  // a meeting may be moved to the past, or from it: what hangs on a calendar is known by all of its entries
  const dates = dateColumns(dueDates(series, { from: beside ? startsOn : from, by: until }, known));
  const them = { ids: alike.map(({ id }) => id), dates, beside, graceDays, today, now };
  await follow(within, them);
  await letGo(within, them);
  if (beside) await closeByCalendar(within, them, calendar);
  await insertDates(within, alike, { until, now, notBefore: today }, known);
}

export type Them = {
  ids: string[];
  dates: DateColumns;
  beside: boolean;
  /** Only what nobody was asked about, or showed or asked anything with: the days that are worked are others. */
  untouched?: true;
  graceDays: number;
  today: Temporal.PlainDate;
  now: Temporal.Instant;
};

type Followed = Record<'oldFrom' | 'oldBy' | 'from' | 'by', Temporal.PlainDate> & {
  id: string;
  closed: boolean;
};

/**
 * What the series has under the same key on other days moves there; what a calendar had closed, and has again, is open. What
 * was missed stays where it was missed, and nothing becomes a miss by a day that is over when a calendar tells of it.
 */
export async function follow(within: Within, them: Them): Promise<void> {
  const { ids, dates, beside, untouched, graceDays, today, now } = them;
  const { rows } = await sql<Followed>`
    with wanted as (
      select c.id as commitment_id, greatest(d.from_day, c.starts_on) as from_day, d.key, d.by_day, d.at, d.pace,
        d.by_day + 1 + ${graceDays}::int as missed_from
      from unnest(${dates.keys}::text[], ${dates.from}::date[], ${dates.by}::date[], ${dates.at}::time[],
        ${dates.pace}::date[]) as d (key, from_day, by_day, at, pace)
      cross join commitments c where c.id = any(${ids}::uuid[]) and d.by_day >= c.starts_on
    ), held as (
      select o.id, o.from_day as old_from, o.by_day as old_by, o.closed_by_calendar as closed, w.*
      from occurrences o join wanted w using (commitment_id, key)
      where (o.outcome is null or o.closed_by_calendar) and o.moved_why = '' and o.happening_id is null
        and ((o.from_day, o.by_day, o.at, o.pace, o.missed_from)
          is distinct from (w.from_day, w.by_day, w.at, w.pace, w.missed_from) or o.closed_by_calendar)
        and o.missed_from > ${today}::date and w.missed_from > ${today}::date
        ${beside ? sql`` : sql`and o.by_day >= ${today}::date`}
        ${untouched ? sql`and w.by_day >= ${today}::date and o.asked_on is null and not ${SOMETHING_SAID}` : sql``}
      order by o.id for update of o
    )
    update occurrences o set from_day = held.from_day, by_day = held.by_day, at = held.at, pace = held.pace,
      missed_from = held.missed_from, outcome = null, closed_by_calendar = false, was_missed = false, reason = '',
      settled_at = null, settled_by = '', changed_at = ${now}, sequence = o.sequence + 1, version = o.version + 1
    from held where o.id = held.id
    returning o.id, held.old_from as "oldFrom", held.old_by as "oldBy", o.from_day as "from", o.by_day as "by", held.closed
  `.execute(within.db);
  const deeds = rows.map(({ id, oldFrom, oldBy, from, by, closed }) =>
    movedDeed(occurrenceSubject(id), closed ? OPENED_BY_CALENDAR : untouched ? FOLLOWED_DAYS : FOLLOWED, [
      { from: oldFrom, by: oldBy },
      { from, by },
    ]),
  );
  await recordMany(within, deeds, now);
}

/** What the series has no more and nobody has heard of goes. */
export async function letGo({ db }: Within, { ids, dates, today }: Them): Promise<LetGo[]> {
  const { rows } = await sql<LetGo>`
    delete from occurrences o where ${gone(ids, dates)} and o.by_day >= ${today}::date and o.asked_on is null
      and not ${SOMETHING_SAID} returning o.promise_id as promise, o.by_day as "by"`.execute(db);
  return rows;
}

export type LetGo = { promise: string; by: Temporal.PlainDate };

/**
 * What somebody was asked about stays and says why nobody could do it. What was missed is for a person to excuse. What
 * never hung on this calendar, or hangs on an entry that is there and only the series has it no more, is left to whoever
 * does it: no calendar took it away.
 */
async function closeByCalendar(
  within: Within,
  { ids, dates, today, now }: Them,
  calendar: string | undefined,
): Promise<void> {
  const isThere = calendar ? sql`e.calendar_id <> ${calendar}::uuid` : sql`e.cancelled_at is null`;
  const { rows } = await sql<{ id: string }>`
    update occurrences o set outcome = 'excused', closed_by_calendar = true, reason = ${CLOSED_BY_CALENDAR}, settled_at = ${now}, settled_by = '', changed_at = ${now},
      sequence = o.sequence + 1, version = o.version + 1
    where ${gone(ids, dates)} and o.missed_from > ${today}::date and o.key ~ ${OF_AN_ENTRY}
      and not exists (select from calendar_entries e where e.id::text = left(o.key, 36) and ${isThere}) returning o.id
  `.execute(within.db);
  const deeds = rows.map(({ id }) => ({
    subject: occurrenceSubject(id),
    action: CLOSED_BY_CALENDAR,
    changes: [],
  }));
  await recordMany(within, deeds, now);
}

/** An entry's identifier, and which of several times it is. */
const OF_AN_ENTRY = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(#\\d+)?$';

const gone = (ids: readonly string[], { keys }: DateColumns) => sql<boolean>`
  o.commitment_id = any(${ids}::uuid[]) and o.outcome is null and o.moved_why = '' and o.happening_id is null
  and not o.key = any(${keys}::text[])`;
