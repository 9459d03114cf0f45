import { type RawBuilder, sql } from 'kysely';

/** What `stateOn` says of an occurrence `o`, asked of the database; a test holds the two to each other. */
export const stateByDay = (today: Temporal.PlainDate): RawBuilder<string> => sql`coalesce(o.outcome, case
  when o.missed_from <= ${sql.lit(today.toString())}::date then 'missed'
  when o.from_day <= ${sql.lit(today.toString())}::date then 'due'
  else 'planned' end)`;

/**
 * Occurrences `o` that stand in lists and figures, with their commitment `c`, promise `p`, plan `pl` and line `l`. What
 * became of one stays, also where its line is gone; what is open is only of lines that are there and promises that hold.
 */
export const standing = (occurrences: RawBuilder<unknown>): RawBuilder<unknown> => sql`${occurrences} o
  join commitments c on c.id = o.commitment_id
  join promises p on p.id = o.promise_id
  join plans pl on pl.id = p.plan_id and pl.removed_at is null
  left join lines l on l.id = p.line_id`;

export const STANDING = standing(sql`occurrences`);

/** A line that a later edition superseded is kept in its plan, and holds as little as one that was taken out. */
export const LINE_HOLDS: RawBuilder<boolean> = sql`p.line_there`;

export const STANDS: RawBuilder<boolean> = sql`(o.outcome is not null or (
  ${LINE_HOLDS}
  and (p.ended_on is null or o.by_day < p.ended_on) and (c.ended_on is null or o.by_day <= c.ended_on)))`;

/** Who does it: the commitment's own messenger, the promise's, or whoever answers for the line. */
export const WHO_DOES_IT: RawBuilder<string | null> = sql`coalesce(c.owner_id, p.owner_id, p.line_owner_id)`;
