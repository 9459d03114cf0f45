import { type Kysely, sql } from 'kysely';
import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Role } from '../../../../language/role.ts';
import type { Database, Within } from '../../../../platform/database/database.ts';
import type { InstallationTables } from '../../../../platform/database/tables.ts';
import { type Change, record } from '../../../../platform/history/history.ts';
import type { Reading } from '../queries.ts';
import { signOnOf } from '../queries.ts';
import { signOnSubject } from '../sign-on.ts';

export type Wanted = {
  issuer: string;
  clientId: string;
  /** Absent: the one there is. */
  secret: string | undefined;
  button: string;
  /** Absent: the environment says them. */
  domains: string[] | undefined;
  makesAccounts: boolean;
  groupClaim: string;
  roleWithoutGroup: Role | undefined;
};

export type DomainRefusal = Refusal<'domain-taken' | 'domain-of-others'> & { domain: string };

type Here = Reading & {
  database: Database;
  organisation: string;
  within: <T>(work: (within: Within) => Promise<T>) => Promise<T>;
};

/**
 * Keeps how people sign on. What is offered already goes on with the new settings at once. A domain is one organisation's
 * in the installation: whoever had another's would be led its people's way, and be shown their addresses.
 */
export async function saveSignOn(
  { within, ...here }: Here,
  wanted: Wanted,
  now: Temporal.Instant,
): Promise<{ changed: boolean } | DomainRefusal> {
  const refused = await faultOf(here.database, here.organisation, wanted.domains ?? []);
  if (refused) return refused;
  return within(async inside => {
    const before = await signOnOf(inside, here);
    const changes = changesBetween(before && { ...before, secret: undefined }, wanted);
    if (!changes.length) return { changed: false };
    await store(inside, here, wanted);
    await record(inside, signOnSubject(here.organisation), before ? 'changed' : 'set up', changes, now);
    return { changed: true };
  });
}

async function faultOf(
  database: Database,
  organisation: string,
  domains: string[],
): Promise<DomainRefusal | undefined> {
  return database.beforeOrganisation(async db => {
    for (const domain of domains) {
      const row = await db
        .selectFrom('sign_on_domains')
        .select('organisation_id')
        .where('domain', '=', domain)
        .executeTakeFirst();
      if (row && row.organisation_id !== organisation) return { ...refuse('domain-taken'), domain };
      if (!row && (await usedElsewhere(db, organisation, domain)))
        return { ...refuse('domain-of-others'), domain };
    }
    return undefined;
  });
}

/** Whether people who work for other organisations alone have such addresses. */
async function usedElsewhere(
  db: Kysely<InstallationTables>,
  organisation: string,
  domain: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from accounts a where a.email like ${`%@${domain}`}
      and exists (select from memberships m where m.account_id = a.id and m.ended_at is null)
      and not exists (select from memberships m where m.account_id = a.id and m.organisation_id = ${organisation})
    limit 1`.execute(db);
  return rows.length > 0;
}

async function store({ db, organisation }: Within, { seal }: Reading, wanted: Wanted): Promise<void> {
  const row = {
    issuer: wanted.issuer,
    client_id: wanted.clientId,
    button: wanted.button,
    makes_accounts: wanted.makesAccounts,
    group_claim: wanted.groupClaim,
    role_without_group: wanted.roleWithoutGroup ?? null,
    ...(wanted.secret !== undefined && { sealed_secret: seal.seal(wanted.secret, organisation) }),
  };
  await db
    .insertInto('sign_ons')
    .values(row)
    .onConflict(at => at.column('organisation_id').doUpdateSet(row))
    .execute();
  await db
    .updateTable('organisations')
    .set({ sign_on: wanted.button })
    .where('sign_on', 'is not', null)
    .execute();
  if (wanted.domains) await storeDomains(db, wanted.domains);
}

async function storeDomains(db: Within['db'], domains: string[]): Promise<void> {
  const gone = db.deleteFrom('sign_on_domains');
  await (domains.length ? gone.where('domain', 'not in', domains) : gone).execute();
  for (const domain of domains)
    await db
      .insertInto('sign_on_domains')
      .values({ domain })
      .onConflict(at => at.column('domain').doNothing())
      .execute();
}

/** The secret is never told, only that there is a new one. */
function changesBetween(before: Partial<Wanted> | undefined, after: Wanted): Change[] {
  const told = (said: Partial<Wanted> = {}): Record<string, string | null> => ({
    provider: said.issuer ?? null,
    'client ID': said.clientId ?? null,
    'client secret': said.secret === undefined ? null : 'a new one',
    button: said.button ?? null,
    domains: said.domains?.toSorted().join(', ') || null,
    'accounts made at the first sign-on':
      said.makesAccounts === undefined ? null : said.makesAccounts ? 'yes' : 'no',
    'claim with groups': said.groupClaim || null,
    'role without a group': said.roleWithoutGroup ?? null,
  });
  const [old, wanted] = [told({ ...before, ...(!after.domains && { domains: undefined }) }), told(after)];
  return Object.keys(wanted)
    .filter(field => old[field] !== wanted[field])
    .map(field => ({ field, before: old[field]!, after: wanted[field]! }));
}
