import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { dueDates } from '../../../timing/series/due-dates.ts';
import type { Known } from '../../../timing/series/known.ts';
import type { Series } from '../../../timing/series/series.ts';
import { endRequestsAbout } from '../../asking/index.ts';
import { OCCURRENCE } from '../occurrence.ts';
import { dateColumns } from '../rules/date-columns.ts';
import type { When } from './keep-promise.ts';

/** Whose dates: of a promise those that go by its own series, or of one commitment. */
export type Whose = { promise: string; commitment?: string };

/**
 * Takes out the dates to come that a new series has not, and has the others written down from today. What has happened, is
 * over, was moved by a person, was set off by something or has evidence stays as it is. How many went.
 */
export async function withdrawDates(
  within: Within,
  whose: Whose,
  series: Series,
  { now, today }: When,
  known: Known,
): Promise<number> {
  const until = await writtenUntil(within, whose);
  if (!until || Temporal.PlainDate.compare(until, today) < 0) return 0;
  const { keys, from, by, at } = dateColumns(dueDates(series, { from: today, by: until }, known));
  const gone = await takeOut(
    within,
    whose,
    today,
    sql`not exists (
      select from unnest(${keys}::text[], ${from}::date[], ${by}::date[], ${at}::time[]) as d (key, from_day, by_day, at)
      where d.key = o.key and d.by_day = o.by_day and greatest(d.from_day, c.starts_on) = o.from_day
        and d.at is not distinct from o.at)`,
    now,
  );
  await sql`update commitments c set dated_until = ${today.subtract({ days: 1 })}
    where ${ofThese(whose)} and c.dated_until >= ${today}`.execute(within.db);
  return gone;
}

/** Takes out what is open from a day on, of whoever is promised nothing any more. */
export async function takeOutFrom(
  within: Within,
  whose: Whose,
  day: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<number> {
  return takeOut(within, whose, day, sql`true`, now);
}

async function takeOut(
  within: Within,
  whose: Whose,
  from: Temporal.PlainDate,
  which: ReturnType<typeof sql>,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from occurrences o using commitments c
    where c.id = o.commitment_id and o.promise_id = ${whose.promise} and ${ofThese(whose)} and o.by_day >= ${from}
      and (o.outcome is null or o.outcome = 'postponed') and o.moved_why = '' and o.happening_id is null
      and not exists (select from evidence_of e where e.occurrence_id = o.id)
      and not exists (select from concerns w where w.occurrence_id = o.id) and ${which}
    returning o.id`.execute(within.db);
  const ids = rows.map(({ id }) => id);
  await endRequestsAbout(within, { kind: OCCURRENCE, ids }, now);
  return ids.length;
}

const ofThese = ({ promise, commitment }: Whose) =>
  commitment
    ? sql`c.id = ${commitment} and c.promise_id = ${promise}`
    : sql`c.promise_id = ${promise} and c.series is null`;

async function writtenUntil({ db }: Within, whose: Whose): Promise<Temporal.PlainDate | null> {
  const { rows } = await sql<{ until: Temporal.PlainDate | null }>`
    select max(c.dated_until) as until from commitments c where ${ofThese(whose)}`.execute(db);
  return rows[0]?.until ?? null;
}
