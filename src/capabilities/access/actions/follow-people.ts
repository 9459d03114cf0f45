import { refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import type { AccountOf, KeepsAccess } from '../../organisations/index.ts';
import { membershipSubject } from '../member.ts';
import { holdAdministrators, member } from '../queries.ts';

async function account(
  { db }: Within,
  by: { id: string } | { email: string },
): Promise<AccountOf | undefined> {
  const found = db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .select(['a.id', 'a.name', 'a.email', 'm.role', 'm.ended_at']);
  const one = 'id' in by ? found.where('a.id', '=', by.id) : found.where('a.email', '=', by.email);
  const row = await one.executeTakeFirst();
  return (
    row && {
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role ?? '',
      ended: row.ended_at !== null,
    }
  );
}

/**
 * The membership opens nothing after the moment, which is looked at whenever somebody comes in (recognise.ts); no work
 * need be done when it comes. The only administrator cannot be made to leave.
 */
const endsAt: KeepsAccess['endsAt'] = async (within, id, at, now) => {
  const administrators = await holdAdministrators(within);
  const person = await member(within, id);
  if (!person || person.ended) return refuse('not-here');
  if (at && person.role === 'administrator' && administrators === 1) return refuse('last-administrator');
  const { db } = within;
  const before = await db
    .selectFrom('memberships')
    .select('ends_at')
    .where('account_id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (before.ends_at?.toString() === at?.toString()) return { told: true };
  await db.updateTable('memberships').set({ ends_at: at }).where('account_id', '=', id).execute();
  const change = { field: 'end', before: before.ends_at?.toString() ?? null, after: at?.toString() ?? null };
  await record(
    within,
    membershipSubject(id),
    at ? 'ends with their last day' : 'does not end',
    [change],
    now,
  );
  return { told: true };
};

/** Written down when the moment has come, so that lists say so too. */
const over: KeepsAccess['over'] = async (within, id, now) => {
  const { rowCount } = await endIfDue(within, id, now);
  if (rowCount) await record(within, membershipSubject(id), 'ended', [], now);
};

async function endIfDue({ db }: Within, id: string, now: Temporal.Instant): Promise<{ rowCount: number }> {
  const ended = await db
    .updateTable('memberships')
    .set(set => ({ ended_at: set.ref('ends_at') }))
    .where('account_id', '=', id)
    .where('ended_at', 'is', null)
    .where('ends_at', '<=', now)
    .executeTakeFirst();
  return { rowCount: Number(ended.numUpdatedRows) };
}

/** How people come in follows when they leave. */
export const accessFollowsPeople: KeepsAccess = { account, endsAt, over };
