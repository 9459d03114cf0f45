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

/** Whether what is open of a promise `p` holds by its line; one of a clause has none (LINE_HOLDS, looked up). */
export const LINE_THERE: RawBuilder<boolean> = sql`(p.clause_id is not null
  or exists (select from lines l where l.id = p.line_id and l.state <> 'superseded'))`;

/**
 * Of the promises that were counted, those of plans that are there, and whether what is open of them still holds: their line
 * is there, and by a day they had not ended (as STANDS says it of a single occurrence). Looked up once for each promise.
 */
export const HOLDING: RawBuilder<unknown> = sql`holding as materialized (
    select p.id, coalesce(p.ended_on, 'infinity'::date) as ended_on,
      ${LINE_THERE} as there
    from promises p
    where p.id in (select promise_id from counted) and p.plan_id in (select id from plans where removed_at is null)
  )`;

/** How a promise is called, looked up for the few that are shown: asked one by one, or all lines would be gone through. */
export const SHOWN: RawBuilder<unknown> = sql`join promises p on p.id = s.promise_id join plans pl on pl.id = p.plan_id`;

/** `marked`: the record whose words are marked, its line or the plan; null where none are. */
export const SHOWN_COLUMNS: RawBuilder<unknown> = sql`p.id as promise, p.about, pl.title as "planTitle",
  case when 'OFFICIAL-SENSITIVE' in (pl.marking, (select l.marking from lines l where l.id = p.line_id)) then coalesce(p.line_id, pl.id) end as marked`;
