import { type RawBuilder, sql } from 'kysely';

/**
 * Of the promises that were counted, those of plans that are there, and whether what is open of them still holds: their line
 * is there, and by a day they had not ended (as STANDS says it of a single occurrence). Looked up once for each promise.
 */
export const HOLDING: RawBuilder<unknown> = sql`holding as materialized (
    select p.id, coalesce(p.ended_on, 'infinity'::date) as ended_on,
      p.clause_id is not null or exists (select from lines l where l.id = p.line_id) as there
    from promises p
    where p.id in (select promise_id from counted) and p.plan_id in (select id from plans where removed_at is null)
  )`;

/** How a promise is called, looked up for the few that are shown: asked one by one, or all lines would be gone through. */
export const SHOWN: RawBuilder<unknown> = sql`join promises p on p.id = s.promise_id join plans pl on pl.id = p.plan_id`;

export const SHOWN_COLUMNS: RawBuilder<unknown> = sql`p.id as promise, p.about, p.line_id as line, pl.id as plan, pl.title as "planTitle",
  coalesce('OFFICIAL-SENSITIVE' in (pl.marking, (select l.marking from lines l where l.id = p.line_id)), false) as marked`;
