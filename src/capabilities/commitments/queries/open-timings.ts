import { type RawBuilder, sql } from 'kysely';

/** Timings of which nobody has decided what they mean; `plan`: that with the most of them, and how many it has. */
export type OpenTimings = { timings: number; plans: number; plan: string; title: string };

/**
 * Those that say when and give no day, of lines that are not done with, of which nothing is promised. Only of lines that have a
 * date besides: what has none is counted among lines without one. Reads no line but those (lines_that_ask), of which there
 * are few. A row of OpenTimings, or none.
 */
export const OPEN_TIMINGS: RawBuilder<unknown> = sql`
  select (sum(count(*)) over ())::int as timings, (count(*) over ())::int as plans, pl.id as plan, pl.title
  from lines l join plans pl on pl.id = l.plan_id and pl.removed_at is null, jsonb_array_elements(l.schedules) as said
  where not l.shelved and l.dated and l.schedules @> '[{"kind": "undetermined"}]'::jsonb
    and l.state not in ('complete', 'superseded', 'not-progressing')
    and said->>'kind' = 'undetermined'
    and not exists (select from promises p where p.line_id = l.id and p.ended_on is null and p.read->>'phrase' = said->>'phrase')
  group by pl.id, pl.title order by count(*) desc, pl.title, pl.id limit 1`;
