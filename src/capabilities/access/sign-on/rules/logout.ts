import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Claims, Meant } from './presented.ts';

export type Logout = Meant & {
  /** The provider's own name for saying it: it is said once. */
  id: string;
  /** From then on it would not be believed anyway. */
  until: Temporal.Instant;
};

/** Why a logout token is worth nothing. */
export type LogoutFault =
  | 'no-token'
  | 'badly-signed'
  | 'other-issuer'
  | 'not-for-us'
  | 'clock'
  | 'no-logout'
  | 'of-nobody'
  | 'replayed';

type Ours = { issuer: string; clientId: string; now: Temporal.Instant };

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** A token may come from a clock that is so far from ours. In seconds. */
const CLOCKS_DIFFER = 60;

/** What stands in the header of a token of this kind, or of one whose kind is not said (Back-Channel Logout 1.0, 2.4). */
export const isOfItsKind = (typ: string | undefined): boolean =>
  typ === undefined || /^((application\/)?logout\+)?jwt$/i.test(typ);

/**
 * OpenID Connect Back-Channel Logout 1.0, 2.6. An ID token is none: what it lacks (the event) and what it has (a nonce)
 * keep the two apart, so that nobody is signed out by a token that was once made to sign them in.
 */
export function logoutIn(claims: Claims, { issuer, clientId, now }: Ours): Logout | Refusal<LogoutFault> {
  if (claims.iss !== issuer) return refuse('other-issuer');
  if (!isFor(claims, clientId)) return refuse('not-for-us');
  const { iat, exp } = claims;
  const seconds = now.epochMilliseconds / 1000;
  if (!isTime(iat) || !isTime(exp)) return refuse('clock');
  if (iat > seconds + CLOCKS_DIFFER || exp <= seconds - CLOCKS_DIFFER) return refuse('clock');
  if (!saysLogout(claims.events) || 'nonce' in claims) return refuse('no-logout');
  const [id, session, person] = [claims.jti, claims.sid, claims.sub].map(textOf);
  if (!id) return refuse('no-logout');
  if (!session && !person) return refuse('of-nobody');
  if ((claims.sid !== undefined && !session) || (claims.sub !== undefined && !person))
    return refuse('of-nobody');
  const until = Temporal.Instant.fromEpochMilliseconds((Math.ceil(exp) + CLOCKS_DIFFER) * 1000);
  return { id, session, person, until };
}

/** For us; where it is for others too, with us as those whom it was made for. */
function isFor({ aud, azp }: Claims, clientId: string): boolean {
  const audience = [aud].flat();
  if (!audience.includes(clientId)) return false;
  return azp === undefined ? audience.length === 1 : azp === clientId;
}

const saysLogout = (events: unknown): boolean => {
  const said = events && typeof events === 'object' ? (events as Claims)[EVENT] : undefined;
  return typeof said === 'object' && said !== null && !Array.isArray(said);
};

/** A moment that there can be: one that cannot be written down is none. */
const isTime = (said: unknown): said is number =>
  typeof said === 'number' && Number.isFinite(said) && said > 0 && said < 1e11;

const textOf = (said: unknown): string | undefined =>
  typeof said === 'string' && said.length > 0 && said.length <= 500 ? said : undefined;
