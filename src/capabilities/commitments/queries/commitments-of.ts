import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Series } from '../../../timing/series/series.ts';
import type { OccurrenceState } from '../occurrence.ts';
import type { ByArea } from '../promise.ts';
import { stateByDay } from './state-by-day.ts';

export type StripDate = { by: Temporal.PlainDate; state: OccurrenceState };

/** One for whom a promise is kept, with what became of its last dates and the next one. */
export type ListedCommitment = {
  id: string;
  name: string;
  owner: { id: string; name: string } | null;
  byArea: ByArea | null;
  series: Series | null;
  startsOn: Temporal.PlainDate;
  endedOn: Temporal.PlainDate | null;
  endedWhy: string;
  version: number;
  strip: StripDate[];
  total: number;
};

/** So many squares tell how it goes. */
const SQUARES = 8;

/** A page of them by name, those that hold first. */
export async function commitmentsOf(
  { db }: Within,
  promise: string,
  today: Temporal.PlainDate,
  { page, size }: { page: number; size: number },
): Promise<ListedCommitment[]> {
  const { rows } = await sql<Omit<ListedCommitment, 'strip'> & { strip: StoredDate[] }>`
    select c.id, c.for_name as name, c.series, c.starts_on as "startsOn", c.ended_on as "endedOn", c.ended_why as "endedWhy",
      c.version, c.by_area as "byArea", (select json_build_object('id', w.id, 'name', w.name) from owners w where w.id = c.owner_id) as owner,
      c.total, s.strip
    from (select c.*, (count(*) over ())::int as total from commitments c where c.promise_id = ${promise}
      order by c.ended_on is not null, lower(c.for_name), c.id limit ${size} offset ${(page - 1) * size}) c
    cross join lateral (
      select coalesce(json_agg(json_build_object('by', d.by_day, 'state', d.state) order by d.by_day), '[]') as strip from (
        select o.by_day, ${stateByDay(today)} as state from occurrences o
        where o.commitment_id = c.id and o.from_day <= ${today} and (o.outcome is not null or c.ended_on is null or o.by_day <= c.ended_on)
        order by o.by_day desc limit ${sql.lit(SQUARES)}) d) s
    order by c.ended_on is not null, lower(c.for_name), c.id`.execute(db);
  return rows.map(row => ({ ...row, strip: row.strip.map(asDate) }));
}

type StoredDate = { by: string; state: OccurrenceState };

const asDate = ({ by, state }: StoredDate): StripDate => ({ by: Temporal.PlainDate.from(by), state });

export type HeldCommitment = Pick<
  ListedCommitment,
  'id' | 'name' | 'owner' | 'byArea' | 'series' | 'endedOn' | 'version'
> & { promise: string };

/** One of a promise; `held`: until the transaction ends. */
export async function commitmentOf(
  { db }: Within,
  promise: string,
  id: string,
  held?: 'held',
): Promise<HeldCommitment | undefined> {
  const { rows } = await sql<HeldCommitment>`
    select c.id, c.promise_id as promise, c.for_name as name, c.series, c.ended_on as "endedOn", c.version, c.by_area as "byArea",
      (select json_build_object('id', w.id, 'name', w.name) from owners w where w.id = c.owner_id) as owner
    from commitments c where c.id = ${id} and c.promise_id = ${promise} ${held ? sql`for update of c` : sql``}`.execute(
    db,
  );
  return rows[0];
}
