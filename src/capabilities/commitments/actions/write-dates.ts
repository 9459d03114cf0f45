import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { dueDates } from '../../../timing/series/due-dates.ts';
import type { Known } from '../../../timing/series/known.ts';
import { knownFor } from '../queries/known.ts';
import { nextUndated, type Undated } from '../queries/undated.ts';
import { dateColumns } from '../rules/date-columns.ts';

export type WhichDates = { promise?: string };
/**
 * `before`: only those that do not reach this day, where that is less than `until`. `passing`: what another has in hand is
 * left to them.
 */
export type HowFar = {
  until: Temporal.PlainDate;
  before?: Temporal.PlainDate;
  passing?: boolean;
  now: Temporal.Instant;
};

/** Commitments in one transaction: ten years of a weekly one are 520 rows. */
export const AT_ONCE = 200;

/**
 * Writes down the dates of commitments up to and with a day, each once by its key: however often it runs, whatever was
 * killed meanwhile, and wherever the clock jumps, the same rows stand, without a gap.
 */
export async function writeDates(within: Within, which: WhichDates, how: HowFar): Promise<void> {
  const known = await knownFor(within);
  while ((await writeNextDates(within, which, how, known)) === AT_ONCE);
}

/** The same for as many commitments as one transaction takes. How many these were; fewer than `AT_ONCE` were the last. */
export async function writeNextDates(
  within: Within,
  { promise }: WhichDates,
  { until, before = until, passing = false, now }: HowFar,
  known: Known,
): Promise<number> {
  const found = await nextUndated(within, { ...(promise && { promise }), before, passing, most: AT_ONCE });
  // one series is reckoned once for all who are promised the same
  for (const alike of Map.groupBy(found, sameDates).values())
    await insertDates(within, alike, { until, now }, known);
  await writtenUntil(within, found, until);
  return found.length;
}

const sameDates = ({ series, from, graceDays, postponedUntil, postponedWhy }: Undated): string =>
  JSON.stringify([series, from, graceDays, postponedUntil, postponedWhy]);

/**
 * For commitments whose dates are the same. `notBefore`: what was over on that day is not promised after the event, where
 * a calendar is told of it late.
 */
export async function insertDates(
  { db, actor }: Within,
  alike: readonly Undated[],
  { until, now, notBefore }: HowFar & { notBefore?: Temporal.PlainDate },
  known: Known,
): Promise<void> {
  const { series, from, graceDays, postponedUntil, postponedWhy } = alike[0]!;
  if (Temporal.PlainDate.compare(until, from) < 0) return;
  const dates = dateColumns(dueDates(series, { from, by: until }, known));
  if (!dates.keys.length) return;
  const off = sql`d.by_day < ${postponedUntil}::date`;
  await sql`
    insert into occurrences (commitment_id, promise_id, key, first_from, first_by, from_day, by_day, at, pace,
      missed_from, outcome, reason, settled_at, settled_by, changed_at)
    select c.id, c.promise_id, d.key, greatest(d.from_day, c.starts_on), d.by_day, greatest(d.from_day, c.starts_on),
      d.by_day, d.at, d.pace, d.by_day + 1 + ${graceDays}::int,
      case when ${off} then 'postponed' end, case when ${off} then ${postponedWhy} else '' end,
      case when ${off} then ${now}::timestamptz end, case when ${off} then ${actor.name} else '' end, ${now}
    from unnest(${alike.map(({ id }) => id)}::uuid[], ${alike.map(one => one.promise)}::uuid[],
        ${alike.map(one => one.startsOn.toString())}::date[], ${alike.map(one => one.endsOn?.toString() ?? null)}::date[])
      as c (id, promise_id, starts_on, ends_on)
    cross join unnest(${dates.keys}::text[], ${dates.from}::date[], ${dates.by}::date[], ${dates.at}::time[],
      ${dates.pace}::date[]) as d (key, from_day, by_day, at, pace)
    where d.by_day >= greatest(c.starts_on, ${notBefore ?? null}::date) and (c.ends_on is null or d.by_day <= c.ends_on)
    on conflict (commitment_id, key) do nothing
  `.execute(db);
}

/** In the transaction that writes them: what is said to stand stands. Not beyond an end, which may be taken back. */
async function writtenUntil(
  { db }: Within,
  commitments: readonly Undated[],
  until: Temporal.PlainDate,
): Promise<void> {
  if (!commitments.length) return;
  const ends = commitments.map(({ endsOn }) => endsOn?.toString() ?? null);
  await sql`
    update commitments c set dated_until = least(${until}::date, f.ends_on)
    from unnest(${commitments.map(({ id }) => id)}::uuid[], ${ends}::date[]) as f (id, ends_on) where c.id = f.id
  `.execute(db);
}
