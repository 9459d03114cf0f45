import type { Role } from '../../../language/role.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { Sealing } from '../../../platform/secrets/sealed.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { withEnvironment } from './environment.ts';
import type { MappedGroup, SignOn } from './sign-on.ts';

export type Reading = { settings: Settings; seal: Sealing };

/** The sign-on of the organisation, offered or not; undefined where none was ever set up. */
export async function signOnOf(within: Within, { settings, seal }: Reading): Promise<SignOn | undefined> {
  const { db, organisation: id } = within;
  const row = await db
    .selectFrom('sign_ons as s')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .select([
      'o.name',
      'o.colour',
      'o.sign_on',
      'o.sign_on_only',
      's.issuer',
      's.client_id',
      's.sealed_secret',
    ])
    .select(['s.button', 's.makes_accounts', 's.group_claim', 's.role_without_group'])
    .executeTakeFirst();
  if (!row) return undefined;
  const domains = await db.selectFrom('sign_on_domains').select('domain').orderBy('domain').execute();
  const said = {
    issuer: row.issuer,
    clientId: row.client_id,
    secret: row.sealed_secret ? seal.unseal(row.sealed_secret, id) : undefined,
    domains: domains.map(({ domain }) => domain),
  };
  return {
    organisation: { id, name: row.name, colour: row.colour },
    offered: row.sign_on !== null,
    button: row.button,
    only: row.sign_on_only,
    makesAccounts: row.makes_accounts,
    groupClaim: row.group_claim,
    groups: await mappedGroups(within),
    roleWithoutGroup: (row.role_without_group as Role | null) ?? undefined,
    ...withEnvironment(said, settings, id),
  };
}

export async function mappedGroups({ db }: Within): Promise<MappedGroup[]> {
  const rows = await db
    .selectFrom('sign_on_groups as g')
    .leftJoin('departments as d', 'd.id', 'g.department_id')
    .select(['g.id', 'g.group_value', 'g.name', 'g.role', 'g.department_id', 'd.name as department'])
    .orderBy('g.name')
    .orderBy('g.group_value')
    .orderBy('d.name')
    .execute();
  return rows.map(row => ({
    id: row.id,
    value: row.group_value,
    name: row.name,
    role: row.role as Role,
    department: row.department_id ? { id: row.department_id, name: row.department ?? '' } : undefined,
  }));
}

export type Tied = { issuer: string; subject: string; tiedAt: Temporal.Instant; seenAt: Temporal.Instant };

/** To whom at the provider an account is tied. */
export async function identityOf({ db }: Within, account: string): Promise<Tied | undefined> {
  const row = await db
    .selectFrom('sign_on_identities')
    .select(['issuer', 'subject', 'tied_at', 'seen_at'])
    .where('account_id', '=', account)
    .orderBy('tied_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { issuer: row.issuer, subject: row.subject, tiedAt: row.tied_at, seenAt: row.seen_at };
}

/** Departments that a group may be given a part of, by name. */
export async function openDepartments({ db }: Within): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export type Administrator = { account: string; name: string; emergency: boolean; hasPassword: boolean };

/** Who looks after people and settings, by name: those who may be named for the day on which the provider is away. */
export async function administrators({ db }: Within): Promise<Administrator[]> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .where('m.role', '=', 'administrator')
    .where('m.ended_at', 'is', null)
    .select(['a.id', 'a.name', 'm.emergency', 'a.password_changed_at'])
    .orderBy('a.name')
    .orderBy('a.id')
    .execute();
  return rows.map(row => ({
    account: row.id,
    name: row.name,
    emergency: row.emergency,
    hasPassword: row.password_changed_at !== null,
  }));
}
