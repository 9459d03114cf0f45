import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Database } from '../../../platform/database/database.ts';
import { passwordChanged } from '../messages.ts';
import { hashPassword } from '../password-hash.ts';
import type { Whence } from '../session.ts';
import { renewAccess } from './accounts.ts';
import { mayUseLinks, takeLink } from './asked-links.ts';
import { noteEvent } from './events.ts';
import { type LetIn, letIn } from './letting-in.ts';
import { tell } from './tell.ts';

/** Signs in whoever holds the link; an authenticator app is asked for all the same. */
export function followSignInLink(
  database: Database,
  token: string,
  whence: Whence,
  now: Temporal.Instant,
): Promise<LetIn | Refusal<'link-over'>> {
  return database.beforeOrganisation(async db => {
    const account = await takeLink(db, token, 'sign-in', now);
    // an organisation may have changed its mind since the link was sent
    if (!account || !(await mayUseLinks(db, account))) return refuse('link-over');
    return letIn(db, { account, method: 'link', whence }, now);
  });
}

/**
 * Sets a new password by a link from a message. Everybody is signed out, and nobody is in: the new password is asked for,
 * and the authenticator app, as at any sign-in (OWASP, "Forgot password"; ASVS 5.0, 6.4.3).
 */
export async function resetPassword(
  database: Database,
  token: string,
  { password, whence }: { password: string; whence: Whence },
  now: Temporal.Instant,
): Promise<'done' | Refusal<'link-over'>> {
  const hash = await hashPassword(password);
  return database.beforeOrganisation(async db => {
    const account = await takeLink(db, token, 'reset', now);
    if (!account) return refuse('link-over');
    await renewAccess(db, account, hash, now);
    await noteEvent(db, { account }, 'password-reset', whence, now);
    await tell(db, account, passwordChanged(whence, now), now);
    return 'done';
  });
}
