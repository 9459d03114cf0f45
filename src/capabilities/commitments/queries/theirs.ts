import { type RawBuilder, sql } from 'kysely';
import { ownersOf } from '../../organisations/index.ts';

/**
 * What somebody's account does: `their_commitments` by the commitment's own messenger, the promise's, or whoever answers
 * for the line, and `their_promises`. Found from the names that mean them, of which a person has few.
 */
export const theirs = (account: string, today: Temporal.PlainDate): RawBuilder<unknown> => sql`
  mine as materialized (${ownersOf(account, today)}),
  whole as materialized (
    select p.id from promises p where p.owner_id = any(array(select id from mine))
    union all
    select p.id from promises p where p.owner_id is null and p.line_owner_id = any(array(select id from mine))
  ),
  their_commitments as materialized (
    select c.id, c.promise_id from commitments c where c.owner_id = any(array(select id from mine))
    union all
    select c.id, c.promise_id from whole join commitments c on c.promise_id = whole.id and c.owner_id is null
  ),
  their_promises as materialized (select distinct promise_id as id from their_commitments)`;

/**
 * Whether an occurrence `o` of their promises is theirs. Said so that the database looks each up among them: as a plain
 * condition it goes through all of theirs for each promise.
 */
export const IS_THEIRS: RawBuilder<unknown> = sql`(o.commitment_id in (select id from their_commitments)) is true`;
