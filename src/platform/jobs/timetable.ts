import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { periodAt, type Timed } from './timed.ts';

/** How often it is looked whether a period began. In milliseconds. */
const LOOK_EVERY = 5_000;

export type Timetable = { stop: () => Promise<void> };

export type TimetableParts = {
  database: Database;
  timed: Timed[];
  clock: Clock;
  tell: (fault: unknown) => void;
};

/** Queues what comes by the clock for as long as the worker runs; one look after the other. */
export function keepTimetable({ database, timed, clock, tell }: TimetableParts): Timetable {
  let looking: Promise<unknown> | undefined;
  const look = () => {
    looking ??= queueDue(database, timed, clock.now())
      .catch(tell)
      .finally(() => (looking = undefined));
  };
  const timer = setInterval(look, LOOK_EVERY);
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

/**
 * Queues each timed job for every organisation for which its period was not queued yet. In one transaction: whoever is
 * killed in it has queued nothing and noted nothing, and of two workers the later finds it noted.
 * @returns how many were queued
 */
export async function queueDue(database: Database, timed: Timed[], now: Temporal.Instant): Promise<number> {
  if (timed.length === 0) return 0;
  return database.beforeOrganisation(async db => {
    const zones = await db.selectFrom('organisations').select('time_zone as zone').distinct().execute();
    const due = zones.flatMap(({ zone }) =>
      timed.map(one => ({ zone, timed: one.name, job: one.job.name, at: `${periodAt(one, now, zone)}` })),
    );
    const { numAffectedRows } = await sql`
      with due as (
        select o.id as organisation, timed, job, at
        from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as d (zone text, timed text, job text, at text)
        join organisations o on o.time_zone = d.zone
        where not exists (
          select from timed_runs t where t.organisation_id = o.id and t.name = d.timed
            and t.period between d.at::timestamptz and ${now.add(AHEAD)})
      ), noted as (
        insert into timed_runs as t (organisation_id, name, period)
        select organisation, timed, at::timestamptz from due order by organisation, timed
        on conflict (organisation_id, name) do update set period = excluded.period
          where t.period not between excluded.period and ${now.add(AHEAD)}
        returning organisation_id, name
      )
      insert into queued_jobs (organisation_id, name, payload, queued_at)
      select organisation, job, jsonb_build_object('at', at), ${now}::timestamptz
      from due join noted on organisation_id = organisation and name = timed`.execute(db);
    return Number(numAffectedRows ?? 0n);
  });
}

/** A period that was noted so far ahead of now was noted by a clock that went wrong, and holds nothing up. */
const AHEAD = { hours: 25 };
