import { type RawBuilder, sql } from 'kysely';
import { ownersOf } from '../../organisations/index.ts';

/**
 * What somebody's account does: `their_commitments` by the commitment's own messenger, the promise's, or whoever answers
 * for the line, and `their_promises`. Found from the names that mean them, of which a person has few.
 */
export const theirs = (account: string, today: Temporal.PlainDate): RawBuilder<unknown> => sql`
  mine as materialized (${ownersOf(account, today)}),
  near as materialized (
    select p.id from promises p where p.owner_id in (select id from mine)
    union select p.id from lines l join promises p on p.line_id = l.id and p.owner_id is null
      where l.accountable_id in (select id from mine)
    union select c.promise_id from commitments c where c.owner_id in (select id from mine)
  ),
  their_commitments as materialized (
    select c.id, c.promise_id from near n join promises p on p.id = n.id join commitments c on c.promise_id = p.id
    left join lines l on l.id = p.line_id
    where coalesce(c.owner_id, p.owner_id, l.accountable_id) in (select id from mine)
  ),
  their_promises as materialized (select distinct promise_id as id from their_commitments)`;
