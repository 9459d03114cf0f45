import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Database, Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { membershipSubject } from '../member.ts';
import { member, standingOf } from '../queries.ts';
import { mayMakeLink } from '../rules/people.ts';
import type { Whence } from '../session.ts';
import { removeAuthenticator } from './authenticator.ts';
import { endAllSessions } from './sessions.ts';
import { rulesSubject } from './sign-in-rules.ts';

/**
 * Ends what somebody has open for this organisation: one session, or all. Row-level security holds it to the sessions of
 * this organisation; what they have open for another stays.
 * @returns how many ended
 */
export async function endMembersSessions(
  within: Within,
  { account, session }: { account: string; session?: string },
  now: Temporal.Instant,
): Promise<number> {
  let sessions = within.db.deleteFrom('sessions').where('account_id', '=', account);
  if (session) sessions = sessions.where('id', '=', session);
  const ended = Number((await sessions.executeTakeFirst()).numDeletedRows);
  const action = ended === 1 ? 'ended a session of theirs' : `ended ${ended} sessions of theirs`;
  if (ended) await record(within, membershipSubject(account), action, [], now);
  return ended;
}

/** Signs everybody out of this organisation but whoever asks for it. @returns how many sessions ended */
export async function endEverybodysSessions(
  within: Within,
  besides: string,
  now: Temporal.Instant,
): Promise<number> {
  const { numDeletedRows } = await within.db
    .deleteFrom('sessions')
    .where('id', '<>', besides)
    .executeTakeFirst();
  const ended = Number(numDeletedRows);
  const change = { field: 'sessions ended', before: null, after: String(ended) };
  await record(within, rulesSubject(within.organisation), 'signed everybody out', [change], now);
  return ended;
}

type Here = {
  database: Database;
  organisation: string;
  within: <T>(work: (within: Within) => Promise<T>) => Promise<T>;
};

/**
 * Takes somebody's authenticator app away who lost the phone and the recovery codes. As with a link that sets a password,
 * not where they work for another organisation too: it would weaken that one as well.
 * @param how the administrator checked that it is them; kept in the history
 */
export async function resetAuthenticator(
  { database, organisation, within }: Here,
  account: string,
  { how, whence }: { how: string; whence: Whence },
  now: Temporal.Instant,
): Promise<{ name: string } | Refusal<'not-here' | 'works-elsewhere' | 'off'>> {
  const person = await within(inside => member(inside, account));
  if (!person || person.ended) return refuse('not-here');
  const done = await database.beforeOrganisation(async db => {
    const refused = mayMakeLink(await standingOf(db, account, organisation));
    if (refused) return refused;
    if (!(await removeAuthenticator(db, { account, whence }, 'authenticator-reset', now)))
      return refuse('off');
    await endAllSessions(db, account);
    return { name: person.name };
  });
  if (isRefused(done)) return done;
  const checked = { field: 'how it was checked that it is them', before: null, after: how };
  await within(inside =>
    record(inside, membershipSubject(account), 'took their authenticator app away', [checked], now),
  );
  return done;
}
