import { type RawBuilder, sql } from 'kysely';

/**
 * Occurrences `o`, without what is open of commitments that had ended by then: their dates to come stay written down. Few
 * have ended, so that each is looked up among them; put `ENDED` before it.
 */
export const ENDED: RawBuilder<unknown> = sql`ended as materialized (
    select id, ended_on from commitments where ended_on is not null
  )`;
export const OCCURRENCES_OF_ALL: RawBuilder<unknown> = sql`occurrences o left join ended e on e.id = o.commitment_id`;
export const OF_ONE_THAT_HOLDS: RawBuilder<boolean> = sql`(e.id is null or o.outcome is not null or o.by_day <= e.ended_on)`;

/** Promises `p` of plans `pl` that are there. */
export const PROMISES_THERE: RawBuilder<unknown> = sql`(promises p join plans pl on pl.id = p.plan_id and pl.removed_at is null)`;

/** Whether what is open of a promise on the day of `d` still holds (as STANDS says it of a single occurrence). */
export const HOLDS: RawBuilder<boolean> = sql`(p.line_there and (p.ended_on is null or d.by_day < p.ended_on))`;

/** How a promise is called, and where its words may be marked. */
export const CALLED: RawBuilder<unknown> = sql`p.about, p.line_id, p.plan_id, pl.title as "planTitle", pl.marking`;

/**
 * Of promises `s` with `CALLED`: the record whose words are marked, the line or the plan; null where none are. Looked up for
 * the few that are shown, one by one, or all lines would be gone through.
 */
export const MARKED: RawBuilder<string | null> = sql`case
  when 'OFFICIAL-SENSITIVE' in (s.marking, (select l.marking from lines l where l.id = s.line_id)) then coalesce(s.line_id, s.plan_id) end`;
