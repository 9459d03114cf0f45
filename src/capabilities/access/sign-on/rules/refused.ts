import type { ComingRefusal } from './coming-in.ts';
import type { ProviderStop } from './words.ts';

/** As it stands in the history of signing in: somebody who was presented, or an answer that was worth nothing. */
export type RefusedEvent = `sign-on-refused-${ComingRefusal}` | `sign-on-failed-${ProviderStop}`;

const REFUSED: Record<ComingRefusal, string> = {
  'no-group': 'in no group that may work here',
  'too-many-groups': 'in so many groups that the provider does not list them',
  'groups-away': 'the list of their groups could not be had',
  'groups-not-allowed': 'Commsgrid may not read the list of their groups',
  'groups-unreadable': 'the list of their groups could not be read to its end',
  'no-address': 'the provider did not say their address',
  'not-verified': 'the provider did not say that their address is verified',
  'not-our-domain': 'their address is of none of your domains',
  'not-invited': 'nobody added them',
  left: 'their work here was ended',
  'tied-to-another': 'somebody else at the provider is tied to the account with this address',
  'works-elsewhere': 'their account opens another organisation too, and is not tied yet',
  'account-elsewhere': 'their address has an account with another organisation',
};

const FAILED: Record<ProviderStop, string> = {
  unreachable: 'the provider could not be reached',
  slow: 'the provider took too long to answer',
  'no-discovery': 'the provider did not answer as one does',
  'other-issuer': 'the answer was of another issuer',
  'not-https': 'the provider named an address without HTTPS',
  'wrong-secret': 'the provider did not accept the client secret',
  'code-refused': 'the provider did not stand by its answer',
  'refused-there': 'the provider let nobody through, or they stopped there',
  clock: 'the answer was not of now',
  'not-for-us': 'the answer was for another application',
  'not-to-our-question': 'the answer was to another question',
  'badly-signed': 'the answer was not signed by the provider',
  unreadable: 'the answer could not be read',
  'says-not-who': 'the answer did not say who it was',
};

const WORDS: Record<string, string> = {
  ...inFull('sign-on-refused-', 'Refused at single sign-on', REFUSED),
  ...inFull('sign-on-failed-', 'Single sign-on failed', FAILED),
};

function inFull(prefix: string, what: string, why: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(why).map(([reason, words]) => [prefix + reason, `${what}: ${words}`]),
  );
}

/** The reason alone, where everything beside it is one too: "Nobody added them". */
export function reasonInWords(what: string): string {
  const reason = { ...REFUSED, ...FAILED }[what.replace(/^sign-on-(refused|failed)-/, '') as ComingRefusal];
  return reason ? reason.charAt(0).toUpperCase() + reason.slice(1) : what;
}

/** Undefined for what happens otherwise than by a sign-on. */
export const refusedInWords = (what: string): string | undefined => WORDS[what];
