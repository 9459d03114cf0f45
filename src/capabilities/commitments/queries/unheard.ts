import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Series } from '../../../timing/series/series.ts';
import { STANDING, STANDS, stateByDay } from './state-by-day.ts';

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
  /** What was promised by the first of them, in the words of the plan and complete. */
  phrase: string;
  series: Series;
  /** How many there are altogether. */
  every: number;
};

/** `of`: audiences of lines, or those whom commitments are kept for. The longest waiting first. */
export async function unheard(
  { db }: Within,
  of: 'audiences' | 'members',
  { today, most }: { today: Temporal.PlainDate; most: number },
): Promise<Unheard[]> {
  const { rows } = await sql<Unheard>`
    with told as materialized (
      select ${TOLD_BY[of]}, o.promise_id, o.by_day, count(*) filter (where ${stateByDay(today)} = 'missed') as missed,
        max(coalesce(o.done_on, o.by_day)) filter (where o.outcome in ('met', 'late')) as heard
      from ${STANDING} where ${STANDS} and o.by_day <= ${today}::date and ${stateByDay(today)} in ('met', 'late', 'missed')
        ${of === 'members' ? sql`and c.for_kind <> '' and c.ended_on is null` : sql``}
      group by 1, 2, 3
    ), whom as (${WHOM[of]}),
    last as materialized (select id, max(heard) as last from whom group by id),
    silent as (
      select w.id, h.last, min(w.by_day) as due, sum(w.missed)::int as missed, max(w.name) as name,
        (array_agg(w.promise_id order by w.by_day, w.promise_id))[1] as promise
      from whom w join last h using (id) join promises p on p.id = w.promise_id
      where w.missed > 0 and w.by_day > coalesce(h.last, '-infinity') group by 1, 2
      having bool_or(p.ended_on is null or p.ended_on > ${today}::date)
    )
    select s.id, s.name, s.last, s.due, s.missed, p.phrase, p.series, (count(*) over ())::int as every
    from silent s join promises p on p.id = s.promise
    order by s.due, lower(s.name), s.id limit ${sql.lit(most)}`.execute(db);
  return rows;
}

type Of = 'audiences' | 'members';

/** The same person or ward is one, whichever promises are kept for them. */
const TOLD_BY: Record<Of, RawBuilder<unknown>> = {
  audiences: sql`p.line_id as key`,
  members: sql`coalesce(c.for_id, c.id) as key`,
};

const WHOM: Record<Of, RawBuilder<unknown>> = {
  audiences: sql`select a.id, a.name, t.promise_id, t.by_day, t.missed, t.heard
    from told t join line_audiences k on k.line_id = t.key join audiences a on a.id = k.audience_id and a.ended_at is null`,
  members: sql`select t.key as id, (select c.for_name from commitments c where t.key in (c.for_id, c.id) limit 1) as name,
    t.promise_id, t.by_day, t.missed, t.heard from told t`,
};
