import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Role } from '../../../../language/role.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { record } from '../../../../platform/history/history.ts';
import { membershipSubject } from '../../member.ts';
import { holdAdministrators } from '../../queries.ts';
import type { Given, RoleFinding } from '../rules/roles.ts';
import { giveDepartments } from './departments.ts';

/**
 * What the groups give; or, where roles are given by hand, what somebody new gets. An emergency administrator, and the
 * last one there is, stays what they are: a mapping that forgot them must not shut everybody out.
 */
export async function giveRoles(
  within: Within,
  account: string,
  found: Exclude<RoleFinding, { refused: string }>,
  now: Temporal.Instant,
): Promise<{ account: string } | Refusal<'no-group'>> {
  const administrators = await holdAdministrators(within);
  const before = await workOf(within, account);
  if (found.by === 'hand' && before?.here) return { account };
  if (found.by === 'hand' && !found.forNew) return refuse('no-group');
  const given: Given = found.by === 'hand' ? { role: found.forNew, departments: [] } : found.given;
  if (!before?.here) await begin(within, account, given.role, now);
  else if (before.role !== (given.role ?? null) && !staysAsIs(before, administrators))
    await change(within, account, before.role, given.role, now);
  await giveDepartments(within, account, given.departments, now);
  return { account };
}

/** Nobody's groups give them anything any more: they stop working here, in every browser. */
export async function stopWork(
  within: Within,
  account: string,
  issuer: string,
  now: Temporal.Instant,
): Promise<void> {
  const administrators = await holdAdministrators(within);
  const before = await workOf(within, account);
  if (!before?.here || staysAsIs(before, administrators)) return;
  const { db } = within;
  await db.updateTable('memberships').set({ ended_at: now }).where('account_id', '=', account).execute();
  await db
    .updateTable('sign_on_identities')
    .set({ ended_at: now })
    .where('account_id', '=', account)
    .where('issuer', '=', issuer)
    .execute();
  await giveDepartments(within, account, [], now);
  await db.deleteFrom('sessions').where('account_id', '=', account).execute();
  const lost = { field: 'role', before: before.role, after: null };
  await record(within, membershipSubject(account), 'ended', [lost], now);
}

type Work = { role: Role | null; emergency: boolean; here: boolean };

async function workOf({ db }: Within, account: string): Promise<Work | undefined> {
  const row = await db
    .selectFrom('memberships')
    .select(['role', 'emergency', 'ended_at'])
    .where('account_id', '=', account)
    .forUpdate()
    .executeTakeFirst();
  return row && { role: row.role as Role | null, emergency: row.emergency, here: row.ended_at === null };
}

const staysAsIs = ({ role, emergency }: Work, administrators: number): boolean =>
  role === 'administrator' && (emergency || administrators <= 1);

async function begin(within: Within, account: string, role: Role | undefined, now: Temporal.Instant) {
  const { db, organisation } = within;
  await db
    .insertInto('memberships')
    .values({ organisation_id: organisation, account_id: account, role: role ?? null, created_at: now })
    .onConflict(at =>
      at.columns(['organisation_id', 'account_id']).doUpdateSet({ role: role ?? null, ended_at: null }),
    )
    .execute();
  const change = { field: 'role', before: null, after: role ?? null };
  await record(within, membershipSubject(account), 'added', [change], now);
}

async function change(
  within: Within,
  account: string,
  before: Role | null,
  role: Role | undefined,
  now: Temporal.Instant,
) {
  const after = role ?? null;
  await within.db.updateTable('memberships').set({ role: after }).where('account_id', '=', account).execute();
  await record(within, membershipSubject(account), 'changed', [{ field: 'role', before, after }], now);
}
