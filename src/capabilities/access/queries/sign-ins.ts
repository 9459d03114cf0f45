import { type Kysely, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { InstallationTables, OrganisationTables } from '../../../platform/database/tables.ts';

type Tables = Pick<OrganisationTables, 'sessions' | 'sign_in_events'>;

/** Somewhere that somebody is signed in. */
export type OpenSession = {
  id: string;
  account: string;
  method: string;
  secondFactor: boolean;
  begun: Temporal.Instant;
  seen: Temporal.Instant;
  device: string;
  address: string | null;
};

export type Entry = { at: Temporal.Instant; what: string; device: string; address: string | null };

const stillOpen = (now: Temporal.Instant) =>
  sql<boolean>`expires_at > ${now} and seen_at > ${now}::timestamptz - make_interval(mins => idle_minutes)`;

/** An account's sessions, the latest used first. From inside an organisation, those that are open for it. */
export async function openSessions(
  db: Kysely<InstallationTables> | Within['db'],
  account: string,
  now: Temporal.Instant,
): Promise<OpenSession[]> {
  const rows = await (db as unknown as Kysely<Tables>)
    .selectFrom('sessions')
    .where('account_id', '=', account)
    .where(stillOpen(now))
    .select(['id', 'account_id', 'method', 'second_factor', 'created_at', 'seen_at', 'device', 'address'])
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(row => ({
    id: row.id,
    account: row.account_id,
    method: row.method,
    secondFactor: row.second_factor,
    begun: row.created_at,
    seen: row.seen_at,
    device: row.device,
    address: row.address,
  }));
}

/** How many of the newest entries are shown. */
export const ENTRIES_SHOWN = 100;

/** What happened with an account, newest first. From inside, where it works for that organisation alone. */
export function signInEntries(
  db: Kysely<InstallationTables> | Within['db'],
  account: string,
): Promise<Entry[]> {
  return (db as unknown as Kysely<Tables>)
    .selectFrom('sign_in_events')
    .where('account_id', '=', account)
    .select(['at', 'what', 'device', 'address'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(ENTRIES_SHOWN)
    .execute();
}

/** Since when somebody of the organisation has an authenticator app; undefined where none is on. */
export async function authenticatorSince(
  { db }: Within,
  account: string,
): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('authenticators')
    .select('confirmed_at')
    .where('account_id', '=', account)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return row?.confirmed_at ?? undefined;
}

/** The organisations that ask for a second factor which this session has not passed. A sign-on of their own counts as one. */
export async function needingCode(db: Kysely<InstallationTables>, session: string): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions as s')
    .innerJoin('memberships as m', 'm.account_id', 's.account_id')
    .innerJoin('sign_in_rules as r', 'r.organisation_id', 'm.organisation_id')
    .where('s.id', '=', session)
    .where('s.second_factor', '=', false)
    .where('m.ended_at', 'is', null)
    .where('r.second_factor_required', '=', true)
    .whereRef('s.sign_on_of', 'is distinct from', 'm.organisation_id')
    .select('m.organisation_id as id')
    .execute();
  return rows.map(({ id }) => id);
}
