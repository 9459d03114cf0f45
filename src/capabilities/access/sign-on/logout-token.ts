import { isRefused, type Refusal, refuse } from '../../../language/refusal.ts';
import type { Published } from './asked.ts';
import type { Keys } from './keys.ts';
import { isOfItsKind, type Logout, type LogoutFault, logoutIn } from './rules/logout.ts';
import { isSignedBy, takeApart } from './rules/signature.ts';
import type { SignOn } from './sign-on.ts';
import { algorithmsOf } from './signing.ts';

/** Longer than any provider's; what is longer is not taken apart. In characters. */
const LONGEST = 16_384;

/** What a logout token says, once it was found to be of this provider, for us, of now, and a logout. */
export async function readLogout(
  token: unknown,
  { signOn, published, keys }: { signOn: SignOn; published: Published; keys: Keys },
  now: Temporal.Instant,
): Promise<Logout | Refusal<LogoutFault>> {
  const signed = typeof token === 'string' && token.length <= LONGEST ? takeApart(token) : undefined;
  if (!signed || !isOfItsKind(signed.header.typ)) return refuse('no-token');
  // what would be worth nothing if it were signed is no reason to ask for keys
  const said = logoutIn(signed.claims, { issuer: published.issuer, clientId: signOn.clientId, now });
  if (isRefused(said)) return said;
  const theirs = await keys(published, signed.header.kid, now);
  return isSignedBy(signed, theirs, algorithmsOf(published)) ? said : refuse('badly-signed');
}
