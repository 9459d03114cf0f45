import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Database, Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import type { Role } from '../../../platform/http/visit.ts';
import { membershipSubject } from '../member.ts';
import { accountByEmail, holdAdministrators, member, standingOf } from '../queries.ts';
import { mayAdd, mayChangeRole, mayMakeLink } from '../rules/people.ts';
import { makeLink } from './links.ts';

/** How an action reaches the administrator's own organisation. */
type Inside = <T>(work: (within: Within) => Promise<T>) => Promise<T>;
type Here = { database: Database; organisation: string; within: Inside };

export type Added = { account: string; name: string; email: string; link: string | undefined };

/**
 * Lets somebody work for the organisation. Accounts belong to no organisation and memberships do, so there are two
 * transactions: the account and its link first, which nobody sees if the second should fail.
 * @returns with a link to hand over, unless they have a password already
 */
export async function addPerson(
  { database, organisation, within }: Here,
  person: { name: string; email: string; role: Role | undefined },
  now: Temporal.Instant,
): Promise<Added | Refusal<'already-here' | 'waits-elsewhere'>> {
  const prepared = await database.beforeOrganisation(async db => {
    const known = await accountByEmail(db, person.email);
    const standing = known ? await standingOf(db, known, organisation) : undefined;
    const adding = mayAdd(standing);
    if (typeof adding !== 'string') return adding;
    if (known && standing && adding === 'as-known') {
      // a link that is still out was made for fewer organisations than the account opens from now on
      await db.deleteFrom('one_time_links').where('account_id', '=', known).execute();
      return { account: known, name: standing.name, email: standing.email, link: undefined };
    }
    const { name, email } = person;
    const { id } = await db
      .insertInto('accounts')
      .values({ name, email, created_at: now })
      .onConflict(at => at.column('email').doUpdateSet({ name }))
      .returning('id')
      .executeTakeFirstOrThrow();
    return { account: id, name, email, link: await makeLink(db, id, organisation, now) };
  });
  if (isRefused(prepared)) return prepared;
  await within(inside => beginMembership(inside, prepared.account, person.role, now));
  return prepared;
}

async function beginMembership(
  within: Within,
  account: string,
  given: Role | undefined,
  now: Temporal.Instant,
): Promise<void> {
  const role = given ?? null;
  await within.db.deleteFrom('grants').where('account_id', '=', account).execute();
  await within.db
    .insertInto('memberships')
    .values({ organisation_id: within.organisation, account_id: account, role, created_at: now })
    .onConflict(at =>
      // whoever comes back has what they are given now, and nothing that they had before they left
      at
        .columns(['organisation_id', 'account_id'])
        .doUpdateSet({ role, ended_at: null, ends_at: null, sees_marked: false, emergency: false }),
    )
    .execute();
  await record(
    within,
    membershipSubject(account),
    'added',
    [{ field: 'role', before: null, after: role }],
    now,
  );
}

/** What becomes of somebody: a role in the whole organisation, `parts` of it at most, or their work here `ended`. */
export type Becomes = Role | 'parts' | 'ended';

/** Gives somebody another role, takes it, or ends their work for the organisation. */
export async function changeRole(
  within: Within,
  account: string,
  becomes: Becomes,
  now: Temporal.Instant,
): Promise<{ name: string } | Refusal<'not-here' | 'last-administrator'>> {
  const administrators = await holdAdministrators(within);
  const person = await member(within, account);
  if (!person || person.ended) return refuse('not-here');
  const { name, role: before } = person;
  const after = becomes === 'parts' || becomes === 'ended' ? undefined : becomes;
  const refused = mayChangeRole(before, after, administrators);
  if (refused) return refused;
  const ended = becomes === 'ended';
  if (!ended && after === before) return { name };
  await within.db
    .updateTable('memberships')
    .set(ended ? { ended_at: now } : { role: after ?? null })
    .where('account_id', '=', account)
    .execute();
  const change = { field: 'role', before: before ?? null, after: after ?? null };
  await record(within, membershipSubject(account), ended ? 'ended' : 'changed', [change], now);
  return { name };
}

/** A new link for somebody who never came in, or forgot the password. The password they have holds until it is used. */
export async function renewLink(
  { database, organisation, within }: Here,
  account: string,
  now: Temporal.Instant,
): Promise<Added | Refusal<'not-here' | 'works-elsewhere'>> {
  const person = await within(inside => member(inside, account));
  if (!person || person.ended) return refuse('not-here');
  const made = await database.beforeOrganisation(async db => {
    const refused = mayMakeLink(await standingOf(db, account, organisation));
    return refused ?? { link: await makeLink(db, account, organisation, now) };
  });
  if (isRefused(made)) return made;
  await within(inside => record(inside, membershipSubject(account), 'given a new link', [], now));
  return { account, name: person.name, email: person.email, link: made.link };
}
