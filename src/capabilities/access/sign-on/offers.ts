import type { Kysely } from 'kysely';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { environmentFor } from './environment.ts';
import { domainOf } from './rules/coming-in.ts';

/** A sign-on as the page to sign in has it. */
export type Offer = { organisation: string; name: string; button: string };

/** Whose sign-ons stand at sign-in, by name. */
export async function offers(db: Kysely<InstallationTables>): Promise<Offer[]> {
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'sign_on'])
    .where('sign_on', 'is not', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(row => ({
    organisation: row.id,
    name: row.name,
    button: row.sign_on!,
  }));
}

/**
 * The organisations of an account that a session does not open, since a sign-on of another one began it or since they
 * are open to their own sign-on alone; with the words of the button where they have one.
 */
export async function closedTo(
  db: Kysely<InstallationTables>,
  session: string,
): Promise<{ organisation: string; button: string | null }[]> {
  return db
    .selectFrom('sessions as s')
    .innerJoin('memberships as m', 'm.account_id', 's.account_id')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .where('s.id', '=', session)
    .where('m.ended_at', 'is', null)
    .where(({ and, eb, or, not, ref }) =>
      or([
        eb('s.sign_on_of', '<>', ref('o.id')),
        and([
          eb('o.sign_on_only', '=', true),
          not('m.emergency'),
          eb('s.sign_on_of', 'is distinct from', ref('o.id')),
        ]),
      ]),
    )
    .select(['o.id as organisation', 'o.sign_on as button'])
    .execute();
}

/**
 * The sign-ons by which somebody comes in and by nothing else; empty where a password or a link opens anything for them.
 */
export async function signOnAlone(db: Kysely<InstallationTables>, account: string): Promise<Offer[]> {
  const places = await db
    .selectFrom('memberships as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .where('m.account_id', '=', account)
    .where('m.ended_at', 'is', null)
    .select(['o.id', 'o.name', 'o.sign_on', 'o.sign_on_only', 'm.emergency', 'm.role'])
    .execute();
  const closed = (place: (typeof places)[number]) =>
    place.sign_on_only && !(place.emergency && place.role === 'administrator');
  if (!places.every(closed)) return [];
  return places.map(({ id, name, sign_on }) => ({ organisation: id, name, button: sign_on! }));
}

/** The sign-on of one organisation. */
export const offerOf = async (
  db: Kysely<InstallationTables>,
  organisation: string,
): Promise<Offer | undefined> => (await offers(db)).find(one => one.organisation === organisation);

/** Whose sign-on people with such an address are sent to. */
export async function offerFor(
  db: Kysely<InstallationTables>,
  settings: Settings,
  email: string,
): Promise<Offer | undefined> {
  const domain = domainOf(email);
  const all = await offers(db);
  const said = all.filter(({ organisation }) =>
    environmentFor(settings, organisation).domains?.includes(domain),
  );
  if (said.length === 1) return said[0];
  const row = await db
    .selectFrom('sign_on_domains')
    .select('organisation_id')
    .where('domain', '=', domain)
    .executeTakeFirst();
  return all.find(({ organisation }) => organisation === row?.organisation_id);
}
