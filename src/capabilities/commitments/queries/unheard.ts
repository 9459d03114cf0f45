import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Series } from '../../../timing/series/series.ts';
import { STANDS, standing } from './state-by-day.ts';

/** Whoever has heard nothing for longer than was promised. */
export type Unheard = {
  /** Of the audience; or of the member, by which what is kept for them is asked for. */
  id: string;
  name: string;
  /** When something that was promised to them was last done; null: never. */
  last: Temporal.PlainDate | null;
  /** The first of the dates since that were missed. */
  due: Temporal.PlainDate;
  /** Dates since that were missed. */
  missed: number;
  /** What was promised by the first of them, in the words of the plan and complete; where that stands. */
  phrase: string;
  plan: string;
  line: string | null;
  series: Series;
  /** How many there are altogether. */
  every: number;
};

type Of = 'audiences' | 'members';

/**
 * `of`: audiences of lines, or those whom commitments are kept for. The longest waiting first. It begins with what was
 * missed, which is little beside all that was promised.
 */
export async function unheard(
  { db }: Within,
  of: Of,
  { today, most }: { today: Temporal.PlainDate; most: number },
): Promise<Unheard[]> {
  const { rows } = await sql<Unheard>`
    with missed as materialized (
      select ${WHOSE[of]} as whose, o.promise_id, o.by_day, max(c.for_name) as name, count(*)::int as missed,
        bool_or(p.ended_on is null or p.ended_on > ${today}::date) as holds
      from ${standing(allMissed(today))} where ${STANDS} ${of === 'members' ? sql`and c.for_kind <> '' and c.ended_on is null` : sql``}
      group by 1, 2, 3
    ), whom as materialized (${WHOM[of]}),
    heard as materialized (${HEARD[of]}),
    silent as (
      select w.id, h.last, min(w.by_day) as due, sum(w.missed)::int as missed, max(w.name) as name,
        (array_agg(w.promise_id order by w.by_day, w.promise_id))[1] as promise
      from whom w left join heard h using (id) where w.by_day > coalesce(h.last, '-infinity') group by 1, 2
      having bool_or(w.holds) and min(w.by_day) < ${today}::date
    )
    select s.id, s.name, s.last, s.due, s.missed, p.phrase, p.plan_id as plan, p.line_id as line, p.series, (count(*) over ())::int as every
    from silent s join promises p on p.id = s.promise
    order by s.due, lower(s.name), s.id limit ${sql.lit(most)}`.execute(db);
  return rows;
}

/** What somebody said was missed, and what the day says of what nobody has spoken of. */
const allMissed = (today: Temporal.PlainDate): RawBuilder<unknown> => sql`(
  select * from occurrences where outcome = 'missed'
  union all
  select * from occurrences where outcome is null and by_day < ${today}::date and missed_from <= ${today}::date)`;

/** The same person or ward is one, whichever promises are kept for them. */
const WHOSE: Record<Of, RawBuilder<unknown>> = {
  audiences: sql`p.line_id`,
  members: sql`coalesce(c.for_id, c.id)`,
};

const WHOM: Record<Of, RawBuilder<unknown>> = {
  audiences: sql`select a.id, a.name, m.promise_id, m.by_day, m.missed, m.holds from missed m
    join line_audiences k on k.line_id = m.whose join audiences a on a.id = k.audience_id and a.ended_at is null`,
  members: sql`select m.whose as id, m.name, m.promise_id, m.by_day, m.missed, m.holds from missed m`,
};

const DONE = sql`o.outcome in ('met', 'late')`;

/** When something that was promised to them, whatever it was, was last done. */
const HEARD: Record<Of, RawBuilder<unknown>> = {
  audiences: sql`select w.id, (select max(done.last) from line_audiences k join promises p on p.line_id = k.line_id
    cross join lateral (select coalesce(o.done_on, o.by_day) as last from occurrences o
      where o.promise_id = p.id and ${DONE} order by 1 desc limit 1) done where k.audience_id = w.id) as last
    from (select distinct id from whom) w`,
  members: sql`select coalesce(c.for_id, c.id) as id, max(coalesce(o.done_on, o.by_day)) as last
    from commitments c join occurrences o on o.commitment_id = c.id
    where ${DONE} and coalesce(c.for_id, c.id) in (select id from whom) group by 1`,
};
