import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import type { Series } from '../../../timing/series/series.ts';
import type { SetOffBy, Spread } from '../promise.ts';

/** A promise with how it stands now. */
export type StoredPromise = {
  id: string;
  plan: string;
  line: string | null;
  clause: string | null;
  about: string;
  phrase: string;
  read: Schedule | null;
  series: Series;
  conditional: boolean;
  heldOnly: boolean;
  graceDays: number;
  warningDays: number;
  spread: Spread | null;
  owner: { id: string; name: string } | null;
  setOffBy: SetOffBy | null;
  postponedUntil: Temporal.PlainDate | null;
  postponedWhy: string;
  endedOn: Temporal.PlainDate | null;
  endedWhy: string;
  goneOn: Temporal.PlainDate | null;
  version: number;
  /** Commitments that hold: how many it is kept for. */
  kept: number;
};

const COLUMNS = sql`p.id, p.plan_id as plan, p.line_id as line, p.clause_id as clause, p.about, p.phrase, p.read, p.series,
  p.conditional, p.held_only as "heldOnly", p.grace_days as "graceDays", p.warning_days as "warningDays", p.spread,
  (select json_build_object('id', o.id, 'name', o.name) from owners o where o.id = p.owner_id) as owner,
  p.set_off_by as "setOffBy", p.postponed_until as "postponedUntil", p.postponed_why as "postponedWhy",
  p.ended_on as "endedOn", p.ended_why as "endedWhy", p.gone_on as "goneOn", p.version,
  (select count(*)::int from commitments c where c.promise_id = p.id and c.ended_on is null) as kept`;

async function promisesWhere({ db }: Within, which: RawBuilder<unknown>): Promise<StoredPromise[]> {
  const { rows } = await sql<StoredPromise>`
    select ${COLUMNS} from promises p join plans pl on pl.id = p.plan_id and pl.removed_at is null
    where ${which} order by p.created_at, p.id`.execute(db);
  return rows;
}

/** Also those that have ended, or whose line is gone. */
export async function promiseById(within: Within, id: string): Promise<StoredPromise | undefined> {
  const [found] = await promisesWhere(within, sql`p.id = ${id}`);
  return found;
}

/** The same, held until the transaction ends, so that nobody changes it or writes its dates down beside it. */
export async function holdPromise(within: Within, id: string): Promise<StoredPromise | undefined> {
  const held = await within.db
    .selectFrom('promises')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return held && promiseById(within, id);
}

/** Those that hold, of lines that are there and of clauses; oldest first. */
export const promisesOfPlan = (within: Within, plan: string): Promise<StoredPromise[]> =>
  promisesWhere(
    within,
    sql`p.plan_id = ${plan} and p.ended_on is null and (p.clause_id is not null
      or exists (select from lines l where l.id = p.line_id and not l.shelved))`,
  );

export const promisesOfLine = (within: Within, line: string): Promise<StoredPromise[]> =>
  promisesWhere(within, sql`p.line_id = ${line} and p.ended_on is null`);

export const promisesOfClause = (within: Within, clause: string): Promise<StoredPromise[]> =>
  promisesWhere(within, sql`p.clause_id = ${clause} and p.ended_on is null`);
