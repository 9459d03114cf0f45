import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';

/**
 * Who of the directory somebody's account is, as a question of their id: whoever it was tied to, and whoever has its
 * address and is tied to none. An address is proved by whoever signs in with it, and one person's alone in the directory.
 */
export const peopleOf = (account: string): RawBuilder<unknown> => sql`
  select id from people where account_id = ${account}::uuid
  union all
  select id from people where account_id is null and email <> ''
    and email = (select email from accounts where id = ${account}::uuid)`;

const findPerson = writtenOnce((db, account: string) => ({
  compile: () => sql<{ id: string }>`${peopleOf(account)}`.compile(db),
}));

/** Whether anybody in the directory is tied to an account: nothing is theirs by their account where nobody is. */
export const isInDirectory = async (within: Within, account: string): Promise<boolean> =>
  (await findPerson(within, account)).length > 0;

/**
 * Whether somebody's account stands behind an owner of the register on a day: they are the person whom the owner means,
 * stand in for them, hold or cover the post, or are of the team.
 */
export async function answersAs(
  { db }: Within,
  { account, owner }: { account: string; owner: string },
  on: Temporal.PlainDate,
): Promise<boolean> {
  const within = sql`coalesce(starts_on <= ${on}::date, true) and coalesce(ends_on >= ${on}::date, true)`;
  const { rows } = await sql`
    select from owners o join (${peopleOf(account)}) p on true
    where o.id = ${owner} and (
      o.person_id = p.id
      or o.person_id in (select person_id from covers where by_id = p.id and ${within})
      or o.post_id in (select post_id from post_holdings where person_id = p.id and ${within})
      or o.team_id in (select team_id from team_members where person_id = p.id))
    limit 1
  `.execute(db);
  return rows.length > 0;
}

/**
 * The owners of the register behind whom somebody's account stands on a day, as a question of their ids: what `answersAs`
 * says of one.
 */
export const ownersOf = (account: string, on: Temporal.PlainDate): RawBuilder<unknown> => sql`
  with me as materialized (${peopleOf(account)})
  select id from owners where person_id in (
    select id from me
    union all
    select person_id from covers where by_id in (select id from me)
      and coalesce(starts_on <= ${on}::date, true) and coalesce(ends_on >= ${on}::date, true))
  union all
  select id from owners where post_id in (
    select post_id from post_holdings where person_id in (select id from me)
      and coalesce(starts_on <= ${on}::date, true) and coalesce(ends_on >= ${on}::date, true))
  union all
  select id from owners where team_id in (select team_id from team_members where person_id in (select id from me))`;
