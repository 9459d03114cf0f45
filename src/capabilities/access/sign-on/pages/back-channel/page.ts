import { z } from 'zod';
import { isRefused } from '../../../../../language/refusal.ts';
import type { Handler } from '../../../../../platform/http/capability.ts';
import type { Answer, Visit } from '../../../../../platform/http/visit.ts';
import { endByLogout } from '../../actions/provider-sessions.ts';
import type { SignOnDoor } from '../../door.ts';
import { readLogout } from '../../logout-token.ts';
import type { LogoutFault } from '../../rules/logout.ts';

/** For whoever looks after the provider: it stands in its log. */
const WHY: Record<LogoutFault | 'not-here' | 'away', string> = {
  'not-here': 'No sign-on is set up for this address.',
  away: 'What the provider publishes could not be had.',
  'no-token': 'There is no logout token, or it cannot be read.',
  'badly-signed': 'It is not signed by a key that the provider publishes.',
  'other-issuer': 'It was issued by somebody else.',
  'not-for-us': 'It is for another application.',
  clock: 'It is not of now: iat or exp is missing or does not fit.',
  'no-logout': 'It is no logout token: the event or the jti is missing, or there is a nonce.',
  'of-nobody': 'It says neither whose sessions nor which session is over.',
  replayed: 'It was taken before.',
};

/**
 * The provider tells us, from machine to machine, that somebody signed out there (OpenID Connect Back-Channel Logout 1.0).
 * Nobody is signed in when it comes: the token is all there is, so all of it is looked at.
 */
export function backChannel(door: SignOnDoor): Handler<Visit> {
  return async visit => {
    const organisation = z.uuid().safeParse(visit.params.organisation);
    const signOn = organisation.success ? await door.signOn(organisation.data) : undefined;
    if (!signOn) return refused('not-here');
    const now = visit.now();
    const found = await door.provider.discover(signOn, now);
    if (isRefused(found)) return refused('away');
    const { published } = found;
    const logout = await readLogout(visit.form.logout_token, { signOn, published, keys: door.keys }, now);
    if (isRefused(logout)) return refused(logout.refused);
    const provider = { organisation: signOn.organisation.id, issuer: published.issuer };
    const done = await endByLogout(door.database, provider, logout, now);
    return isRefused(done) ? refused(done.refused) : { kind: 'json', value: {}, status: 200 };
  };
}

const refused = (why: keyof typeof WHY): Answer => ({
  kind: 'json',
  value: { error: 'invalid_request', error_description: WHY[why] },
  status: 400,
});
