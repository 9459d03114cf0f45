import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { type DeedTo, recordMany } from '../../../platform/history/history.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { promiseSubject } from '../promise.ts';
import { aboutOf, CALLED } from '../queries/timed-lines.ts';
import type { When } from './keep-promise.ts';

/**
 * Notes since when the lines of promises are not there, and of those that are back excuses what fell due meanwhile; names
 * promises as their lines are called now.
 */
export async function followLines(
  within: Within,
  zone: string,
  when: When,
): Promise<{ gone: number; back: number }> {
  const [gone, back] = [await noteGone(within, zone, when), await noteBack(within, when)];
  await nameAnew(within, when.now);
  return { gone, back };
}

/** A line that was not changed for longer than this was looked at since. */
const LOOKED_AT = { hours: 72 };

/** Lists show promises by the words of their lines, as these are now. */
async function nameAnew({ db }: Within, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<Called & { promise: string; about: string }>`
    select p.id as promise, p.about, l.position, ${CALLED} from promises p join lines l on l.id = p.line_id
    where l.changed_at > ${now.subtract(LOOKED_AT)} and not l.shelved order by p.id for update of p`.execute(
    db,
  );
  for (const { promise, about, ...line } of rows) {
    const called = aboutOf(line);
    if (called !== about)
      await db
        .updateTable('promises')
        .set({ about: called, changed_at: now })
        .where('id', '=', promise)
        .execute();
  }
}

type Called = Parameters<typeof aboutOf>[0];

const IS_THERE = sql`exists (select from lines l where l.id = p.line_id and not l.shelved)`;

/** From the day on which its line, or its plan, was taken out. */
async function noteGone(within: Within, zone: string, { now, today }: When): Promise<number> {
  const { rows } = await sql<{ id: string; on: Temporal.PlainDate }>`
    update promises p set gone_on = coalesce(
        (select (r.removed_at at time zone ${zone})::date from removed_lines r where r.id = p.line_id),
        (select (pl.removed_at at time zone ${zone})::date from plans pl where pl.id = p.plan_id), ${today}),
      sequence = sequence + 1, version = version + 1, changed_at = ${now}
    where p.line_id is not null and p.gone_on is null and p.ended_on is null and not ${IS_THERE}
    returning p.id, p.gone_on as "on"`.execute(within.db);
  await recordMany(
    within,
    rows.map(({ id, on }) => ({
      subject: promiseSubject(id),
      action: 'its line was taken out',
      changes: [{ field: 'not due from', before: null, after: on.toString() }],
    })),
    now,
  );
  return rows.length;
}

async function noteBack(within: Within, { now, today }: When): Promise<number> {
  const { rows } = await sql<{ id: string; since: Temporal.PlainDate }>`
    with back as (
      select p.id, p.gone_on as since from promises p
      where p.gone_on is not null and ${IS_THERE} order by p.id for update)
    update promises p set gone_on = null, sequence = p.sequence + 1, version = p.version + 1, changed_at = ${now}
    from back where back.id = p.id returning p.id, back.since`.execute(within.db);
  for (const one of rows) await excuse(within, one, { now, today });
  const deeds = rows.map(({ id }) => ({
    subject: promiseSubject(id),
    action: 'its line is back',
    changes: [],
  }));
  await recordMany(within, deeds, now);
  return rows.length;
}

type Back = { id: string; since: Temporal.PlainDate };

/** What fell due while nobody saw the line is nobody's miss. */
async function excuse(within: Within, { id, since }: Back, { now, today }: When): Promise<void> {
  const reason = `Its line was out of the plan from ${inFull(since)} to ${inFull(today)}.`;
  const { rows } = await sql<{ id: string }>`
    update occurrences set outcome = 'excused', reason = ${reason}, settled_at = ${now}, settled_by = ${within.actor.name},
      changed_at = ${now}, sequence = sequence + 1, version = version + 1
    where promise_id = ${id} and outcome is null and by_day >= ${since} and by_day < ${today} returning id`.execute(
    within.db,
  );
  const deeds: DeedTo[] = rows.map(one => ({
    subject: occurrenceSubject(one.id),
    action: 'excused',
    changes: [{ field: 'reason', before: null, after: reason }],
  }));
  await recordMany(within, deeds, now);
}

const inFull = (day: Temporal.PlainDate): string => day.toLocaleString('en-GB', { dateStyle: 'long' });
