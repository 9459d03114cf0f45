import type { Kysely } from 'kysely';
import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { InstallationTables } from '../../../../platform/database/tables.ts';
import { noteEvent } from '../../actions/events.ts';
import { digestOf } from '../../token.ts';
import type { Logout } from '../rules/logout.ts';
import type { Meant } from '../rules/presented.ts';
import { takeOnce } from './take-once.ts';

type Provider = { organisation: string; issuer: string };

/** What is kept of a provider's names, with whose they are: two providers may call two people the same. */
export const digestsOf = (issuer: string, { session, person }: Meant) => ({
  sign_on_session_digest: session ? digestOf(`${issuer}\n${session}`) : null,
  sign_on_person_digest: person ? digestOf(`${issuer}\n${person}`) : null,
});

/** Ends the sessions that a provider says are over; it is believed once. @returns how many there were */
export function endByLogout(
  database: Database,
  { organisation, issuer }: Provider,
  logout: Logout,
  now: Temporal.Instant,
): Promise<{ ended: number } | Refusal<'replayed'>> {
  return database.beforeOrganisation(async db => {
    const said = `logout\n${organisation}\n${issuer}\n${logout.id}`;
    if (!(await takeOnce(db, said, logout.until, now))) return refuse('replayed');
    return { ended: await endMeant(db, { organisation, issuer }, logout, now) };
  });
}

/** The sessions that one session at a provider began. */
export const endProviderSession = (
  database: Database,
  provider: Provider,
  session: string,
  now: Temporal.Instant,
): Promise<number> =>
  database.beforeOrganisation(db => endMeant(db, provider, { session, person: undefined }, now));

/** Those that all of it is true of: one session of one person, where both are named. */
async function endMeant(
  db: Kysely<InstallationTables>,
  { organisation, issuer }: Provider,
  meant: Meant,
  now: Temporal.Instant,
): Promise<number> {
  const { sign_on_session_digest: session, sign_on_person_digest: person } = digestsOf(issuer, meant);
  let over = db.deleteFrom('sessions').where('sign_on_of', '=', organisation);
  if (session) over = over.where('sign_on_session_digest', '=', session);
  if (person) over = over.where('sign_on_person_digest', '=', person);
  if (!session && !person) return 0;
  const ended = await over.returning(['account_id', 'device', 'address']).execute();
  for (const { account_id, device, address } of ended)
    await noteEvent(db, { account: account_id }, 'ended-there', { device, address }, now);
  return ended.length;
}
