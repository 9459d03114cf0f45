import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { GroupsFault } from './graph.ts';
import type { Presented } from './presented.ts';

/** What is known of whoever a provider presents. */
export type ComingFacts = {
  email: Presented['email'];
  /** The account that they were tied to before, and how its work here stands. */
  tied: { account: string; here: Here } | undefined;
  /** The account that has their address. */
  known: { account: string; here: Here; elsewhere: number; tiedToAnother: boolean } | undefined;
  domains: string[];
  makesAccounts: boolean;
};

/** Everything for which somebody whom the provider knows is not let in. */
export type ComingRefusal = NotComing | 'no-group' | GroupsFault;

/** `stopped`: sign-on itself ended it, when no group gave a role any more; it may begin it again. */
export type Here = 'member' | 'stopped' | 'left' | 'never';

export type Coming =
  | { as: 'tied'; account: string }
  | { as: 'bound'; account: string }
  | { as: 'new'; address: string };

export type NotComing =
  | 'left'
  | 'no-address'
  | 'not-verified'
  | 'not-our-domain'
  | 'tied-to-another'
  | 'works-elsewhere'
  | 'account-elsewhere'
  | 'not-invited';

/**
 * Whether, and as whom, somebody comes in. An account that opens another organisation too is never bound by an address:
 * a provider says of addresses what its administrators want it to (docs/decisions/0026).
 */
export function mayComeIn({
  email,
  tied,
  known,
  domains,
  makesAccounts,
}: ComingFacts): Coming | Refusal<NotComing> {
  if (tied) {
    const back = tied.here === 'member' || tied.here === 'stopped';
    return back ? { as: 'tied', account: tied.account } : refuse('left');
  }
  if (!email) return refuse('no-address');
  if (!email.verified) return refuse('not-verified');
  if (!domains.includes(domainOf(email.address))) return refuse('not-our-domain');
  if (!known) return makesAccounts ? { as: 'new', address: email.address } : refuse('not-invited');
  if (known.tiedToAnother) return refuse('tied-to-another');
  if (known.here === 'left') return refuse('left');
  if (known.elsewhere > 0) return refuse(known.here === 'never' ? 'account-elsewhere' : 'works-elsewhere');
  if (known.here === 'never' && !makesAccounts) return refuse('not-invited');
  return { as: 'bound', account: known.account };
}

/** Everything after the last @: "ashmere.example". A sub-domain is another domain. */
export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();
