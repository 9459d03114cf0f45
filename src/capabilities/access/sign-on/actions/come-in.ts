import { isRefused, type Refusal } from '../../../../language/refusal.ts';
import type { Database, Within } from '../../../../platform/database/database.ts';
import { record } from '../../../../platform/history/history.ts';
import { membershipSubject } from '../../member.ts';
import { type ComingFacts, type ComingRefusal, mayComeIn } from '../rules/coming-in.ts';
import type { Presented } from '../rules/presented.ts';
import { rolesFor } from '../rules/roles.ts';
import type { SignOn } from '../sign-on.ts';
import { accountWith, newAccount } from './accounts.ts';
import { tie, tiedHere, tiedTo } from './tying.ts';
import { giveRoles, stopWork } from './work-here.ts';

/** Who acts when roles follow groups: nobody here. It stands in histories. */
export const SIGN_ON = { id: null, name: 'Sign-on' };

/**
 * Finds, binds or makes the account of whoever the organisation's provider presents, and brings what they may do up to
 * date with their groups. Whoever is in none any more stops working here, at once and in every browser.
 * @returns the account that may be let in, for this organisation alone; or why not, and who it is where they are known here
 */
export async function comeIn(
  database: Database,
  signOn: SignOn,
  presented: Presented,
  now: Temporal.Instant,
): Promise<{ account: string; email: string } | (Refusal<ComingRefusal> & KnownHere)> {
  const inside = <T>(work: (within: Within) => Promise<T>) =>
    database.inOrganisation({ organisation: signOn.organisation.id, actor: SIGN_ON }, work);
  const facts = await factsOf(database, inside, { signOn, presented }, now);
  const known = { known: knownHere(facts) };
  const coming = mayComeIn(facts);
  if (isRefused(coming)) return { ...coming, ...known };
  const roles = rolesFor(presented.groups, signOn);
  if ('refused' in roles) {
    if (coming.as === 'tied' && roles.refused === 'no-group')
      await inside(within => stopWork(within, coming.account, presented.issuer, now));
    return { ...roles, ...known };
  }
  const account =
    coming.as === 'new' ? await newAccount(database, coming.address, presented.name, now) : coming.account;
  const worked = await inside(async within => {
    const given = await giveRoles(within, account, roles, now);
    if (isRefused(given)) return given;
    if (await tie(within, presented, account, now))
      await record(within, membershipSubject(account), 'tied to sign-on', [], now);
    return given;
  });
  return isRefused(worked) ? { ...worked, ...known } : { account, email: await emailOf(database, account) };
}

/** Whoever works here, or did, and is meant: an account of another organisation's people is none of ours to name. */
type KnownHere = { known: string | undefined };

const knownHere = ({ tied, known }: ComingFacts): string | undefined =>
  tied?.account ?? (known && known.here !== 'never' ? known.account : undefined);

type Inside = <T>(work: (within: Within) => Promise<T>) => Promise<T>;

/** What `mayComeIn` asks. */
export async function factsOf(
  database: Database,
  inside: Inside,
  { signOn, presented }: { signOn: SignOn; presented: Presented },
  now: Temporal.Instant,
): Promise<ComingFacts> {
  const { organisation, domains, makesAccounts } = signOn;
  const { issuer, email } = presented;
  const known =
    email && (await database.beforeOrganisation(db => accountWith(db, email.address, organisation.id, now)));
  return inside(async within => ({
    email,
    tied: await tiedTo(within, presented, now),
    known: known && { ...known, tiedToAnother: await tiedHere(within, issuer, known.account) },
    domains,
    makesAccounts,
  }));
}

const emailOf = (database: Database, account: string): Promise<string> =>
  database.beforeOrganisation(async db => {
    const row = await db
      .selectFrom('accounts')
      .select('email')
      .where('id', '=', account)
      .executeTakeFirstOrThrow();
    return row.email;
  });
