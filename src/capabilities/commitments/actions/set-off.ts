import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ASK_WITHIN_HOURS } from '../asking/within-hours.ts';
import { eventKey, type NewHappening } from '../happening.ts';
import { promiseSubject } from '../promise.ts';
import { knownFor } from '../queries/known.ts';
import { commitmentsOn, type WaitingPromise, waitingPromises } from '../queries/waiting.ts';
import { type DueAfter, dueAfterEvent } from '../rules/due-after.ts';

export type RecordedHappening = Pick<NewHappening, 'kind' | 'title' | 'note' | 'at'> & { id: string };

/**
 * Makes what was promised due because something happened: once for each whom it is promised to, however often this runs.
 * Held until the transaction ends, so that nothing is due for what somebody undoes as a mistake meanwhile.
 * @param chosen of those that wait on the day of it, which it sets off
 * @returns how many became due
 */
export async function setOff(
  within: Within,
  happening: RecordedHappening,
  chosen: (waiting: WaitingPromise) => boolean,
  now: Temporal.Instant,
): Promise<number> {
  if (!(await stillSo(within, happening.id))) return 0;
  const known = await knownFor(within, []);
  const day = happening.at.toZonedDateTimeISO(known.working.zone).toPlainDate();
  const waiting = (await waitingPromises(within, day)).filter(chosen);
  if (!waiting.length) return 0;
  const promises = new Map(waiting.map(promise => [promise.id, promise]));
  const commitments = await commitmentsOn(within, [...promises.keys()], day);
  const due = commitments.flatMap(({ id, promise, series: own }) => {
    const { series, graceDays } = promises.get(promise)!;
    const dates = own?.kind === 'triggered' ? own : series;
    const found = dueAfterEvent(dates, happening.at, { known, graceDays });
    return found ? [{ commitment: id, promise, ...found }] : [];
  });
  const made = await insertDue(within, happening.id, due, now);
  await tellPromises(within, made, happening.title, now);
  if (made.length && due.some(({ dueAt }) => dueAt))
    await enqueue(within, ASK_WITHIN_HOURS, { happening: happening.id }, now);
  return made.length;
}

async function stillSo({ db }: Within, happening: string): Promise<boolean> {
  const found = await db
    .selectFrom('happenings')
    .select('id')
    .where('id', '=', happening)
    .where('undone_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return found !== undefined;
}

type Due = DueAfter & { commitment: string; promise: string };

async function insertDue(
  { db, actor }: Within,
  happening: string,
  due: Due[],
  now: Temporal.Instant,
): Promise<string[]> {
  if (!due.length) return [];
  const days = (of: (one: Due) => { toString: () => string } | null) =>
    due.map(one => of(one)?.toString() ?? null);
  const off = sql`d.by_day < p.postponed_until`;
  const { rows } = await sql<{ promise: string }>`
    insert into occurrences (commitment_id, promise_id, key, first_from, first_by, from_day, by_day, due_at, at, missed_from,
      happening_id, outcome, reason, settled_at, settled_by, changed_at)
    select d.commitment, d.promise, ${eventKey(happening)}, d.from_day, d.by_day, d.from_day, d.by_day, d.due_at,
      d.at, d.missed_from, ${happening}, case when ${off} then 'postponed' end,
      case when ${off} then p.postponed_why else '' end, case when ${off} then ${now}::timestamptz end,
      case when ${off} then ${actor.name} else '' end, ${now}
    from unnest(${due.map(one => one.commitment)}::uuid[], ${due.map(one => one.promise)}::uuid[],
      ${days(one => one.from)}::date[], ${days(one => one.by)}::date[], ${days(one => one.dueAt)}::timestamptz[],
      ${days(one => one.at)}::time[], ${days(one => one.missedFrom)}::date[])
      as d (commitment, promise, from_day, by_day, due_at, at, missed_from)
    join promises p on p.id = d.promise
    on conflict (commitment_id, key) do nothing returning promise_id as promise`.execute(db);
  return rows.map(({ promise }) => promise);
}

async function tellPromises(
  within: Within,
  made: string[],
  title: string,
  now: Temporal.Instant,
): Promise<void> {
  const ids = [...new Set(made)].sort();
  if (!ids.length) return;
  // held in one order, so that two who tell of different things stand in line
  await sql`select from promises where id = any(${ids}::uuid[]) order by id for no key update`.execute(
    within.db,
  );
  const changes = [{ field: 'what happened', before: null, after: title }];
  const deeds = ids.map(id => ({ subject: promiseSubject(id), action: 'set off', changes }));
  await recordMany(within, deeds, now);
}
