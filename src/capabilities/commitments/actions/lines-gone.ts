import { sql } from 'kysely';
import { day as inFull } from '../../../language/words.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type DeedTo, recordMany } from '../../../platform/history/history.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { promiseSubject } from '../promise.ts';
import { OF_ONE_THAT_HOLDS } from '../queries/settleable.ts';
import { aboutOf, CALLED } from '../queries/timed-lines.ts';
import { MISSED_WHEN_GONE, OPENED_AGAIN } from '../rules/occurrence-deeds.ts';
import type { When } from '../when.ts';

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

const IS_THERE = sql`exists (select from lines l where l.id = p.line_id and not l.shelved and l.state <> 'superseded')`;

/** From the day on which its line, or its plan, was taken out, or a later edition superseded it. */
async function noteGone(within: Within, zone: string, { now, today }: When): Promise<number> {
  const { rows } = await sql<{ id: string; on: Temporal.PlainDate; superseded: boolean }>`
    update promises p set gone_on = coalesce(
        (select (r.removed_at at time zone ${zone})::date from removed_lines r where r.id = p.line_id),
        (select (pl.removed_at at time zone ${zone})::date from plans pl where pl.id = p.plan_id),
        (select (l.changed_at at time zone ${zone})::date from lines l where l.id = p.line_id), ${today}),
      sequence = sequence + 1, version = version + 1, changed_at = ${now}
    where p.line_id is not null and p.gone_on is null and not ${IS_THERE}
    returning p.id, p.gone_on as "on",
      exists (select from lines l where l.id = p.line_id and l.state = 'superseded') as superseded`.execute(
    within.db,
  );
  await keepMisses(within, now);
  await recordMany(
    within,
    rows.map(({ id, on, superseded }) => ({
      subject: promiseSubject(id),
      action: superseded ? 'its line was superseded' : 'its line was taken out',
      changes: [{ field: 'not due from', before: null, after: on.toString() }],
    })),
    now,
  );
  return rows.length;
}

/**
 * No list has what is open of a line that is not there: what was missed before it went says so itself from then on, also
 * where what was said of it is taken back later.
 */
async function keepMisses(within: Within, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ id: string; reason: string }>`
    update occurrences o set outcome = 'missed', was_missed = true, settled_at = ${now}, settled_by = '',
      reason = 'Nobody had said what became of it when its line went out of the plan on ' || to_char(p.gone_on, 'FMDD FMMonth YYYY') || '.',
      changed_at = ${now}, sequence = o.sequence + 1, version = o.version + 1
    ${OF_ONE_THAT_HOLDS} and p.gone_on is not null and o.outcome is null and o.missed_from <= p.gone_on
    returning o.id, o.reason`.execute(within.db);
  await recordMany(
    within,
    rows.flatMap(one => deeds([one], MISSED_WHEN_GONE, one.reason)),
    now,
  );
}

/** Whoever does it can say again what became of it, unless what set it off was a mistake. */
async function openMisses(within: Within, id: string, now: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update occurrences set outcome = null, was_missed = false, reason = '', settled_at = null, changed_at = ${now},
      sequence = sequence + 1, version = version + 1
    where promise_id = ${id} and outcome = 'missed' and settled_by = '' and settling_id is null
      and not exists (select from happenings h where h.id = happening_id and h.undone_at is not null) returning id`.execute(
    within.db,
  );
  await recordMany(within, deeds(rows, OPENED_AGAIN), now);
}

async function noteBack(within: Within, { now, today }: When): Promise<number> {
  const { rows } = await sql<{ id: string; since: Temporal.PlainDate }>`
    with back as (
      select p.id, p.gone_on as since from promises p
      where p.gone_on is not null and ${IS_THERE} order by p.id for update)
    update promises p set gone_on = null, sequence = p.sequence + 1, version = p.version + 1, changed_at = ${now}
    from back where back.id = p.id returning p.id, back.since`.execute(within.db);
  for (const one of rows) {
    await openMisses(within, one.id, now);
    await excuse(within, one, { now, today });
  }
  const back = rows.map(({ id }) => ({
    subject: promiseSubject(id),
    action: 'its line is back',
    changes: [],
  }));
  await recordMany(within, back, now);
  return rows.length;
}

type Back = { id: string; since: Temporal.PlainDate };

/** What fell due while nobody saw the line is nobody's miss. */
async function excuse(within: Within, { id, since }: Back, { now, today }: When): Promise<void> {
  const reason = `Its line was out of the plan from ${inFull(since)} to ${inFull(today)}.`;
  const { rows } = await sql<{ id: string }>`
    update occurrences o set outcome = 'excused', reason = ${reason}, settled_at = ${now}, settled_by = ${within.actor.name},
      changed_at = ${now}, sequence = o.sequence + 1, version = o.version + 1
    ${OF_ONE_THAT_HOLDS} and o.promise_id = ${id} and o.outcome is null and o.by_day >= ${since} and o.by_day < ${today}
    returning o.id`.execute(within.db);
  await recordMany(within, deeds(rows, 'excused', reason), now);
}

const deeds = (rows: readonly { id: string }[], action: string, reason?: string): DeedTo[] =>
  rows.map(({ id }) => ({
    subject: occurrenceSubject(id),
    action,
    changes: reason ? [{ field: 'reason', before: null, after: reason }] : [],
  }));
