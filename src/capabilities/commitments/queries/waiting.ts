import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Series } from '../../../timing/series/series.ts';
import type { SetOffBy } from '../promise.ts';
import { LINE_HOLDS } from './state-by-day.ts';

type Triggered = Extract<Series, { kind: 'triggered' }>;

/** A promise that waits for something to happen. */
export type WaitingPromise = {
  id: string;
  about: string;
  plan: { id: string; title: string };
  /** null for one of a clause. */
  line: string | null;
  series: Triggered;
  setOffBy: SetOffBy | null;
  graceDays: number;
  /** For how many it is kept. */
  commitments: number;
};

/** Those that hold on a day and whose line is there, by plan and name. */
export async function waitingPromises({ db }: Within, on: Temporal.PlainDate): Promise<WaitingPromise[]> {
  const { rows } = await sql<WaitingPromise>`
    select p.id, p.about, json_build_object('id', pl.id, 'title', pl.title) as plan, p.line_id as line, p.series,
      p.set_off_by as "setOffBy", p.grace_days as "graceDays", k.commitments
    from promises p
    join plans pl on pl.id = p.plan_id and pl.removed_at is null
    cross join lateral (select count(*)::int as commitments from commitments c where c.promise_id = p.id
      and (c.ended_on is null or c.ended_on >= ${on}::date)) k
    where p.series->>'kind' = 'triggered' and (p.ended_on is null or p.ended_on > ${on}::date)
      and ${LINE_HOLDS} and k.commitments > 0
    order by lower(pl.title), lower(p.about), p.id`.execute(db);
  return rows;
}

/** For whom a promise is kept on a day, each with its own series where it has one. */
export async function commitmentsOn(
  { db }: Within,
  promises: readonly string[],
  on: Temporal.PlainDate,
): Promise<{ id: string; promise: string; series: Series | null }[]> {
  const { rows } = await sql<{ id: string; promise: string; series: Series | null }>`
    select id, promise_id as promise, series from commitments
    where promise_id = any(${[...promises]}::uuid[]) and starts_on <= ${on}::date
      and (ended_on is null or ended_on >= ${on}::date) order by promise_id, id`.execute(db);
  return rows;
}
