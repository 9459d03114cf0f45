import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** A promise whose dates hang on a calendar. */
export type BesideCalendar = {
  id: string;
  about: string;
  plan: string;
  planTitle: string;
  /** Null for one of a clause. */
  line: string | null;
  all: number;
};

/** As many as a page names. */
const MOST = 20;

/** Promises that hold and whose dates a calendar says, or one entry of it; `all` tells how many there are. */
export async function promisesBeside(
  { db }: Within,
  { calendar, entry }: { calendar: string; entry?: string },
): Promise<BesideCalendar[]> {
  const hangs = sql`(p.series ->> 'calendar' = ${calendar}
    or exists (select from commitments c where c.promise_id = p.id and c.ended_on is null and c.series ->> 'calendar' = ${calendar}))`;
  const set = entry
    ? sql`exists (select from occurrences o where o.promise_id = p.id and split_part(o.key, '#', 1) = ${entry})`
    : sql`true`;
  const { rows } = await sql<BesideCalendar>`
    select p.id, p.about, p.plan_id as plan, pl.title as "planTitle", p.line_id as line, count(*) over ()::int as all
    from promises p join plans pl on pl.id = p.plan_id and pl.removed_at is null
    where ${hangs} and ${set} and p.ended_on is null
      and (p.clause_id is not null or exists (select from lines l where l.id = p.line_id and not l.shelved))
    order by lower(pl.title), p.about, p.id limit ${sql.lit(MOST)}`.execute(db);
  return rows;
}
