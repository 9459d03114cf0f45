import type { Handler } from '../../../../platform/http/capability.ts';
import { redirect, type Visit } from '../../../../platform/http/visit.ts';
import { endSession } from '../../actions/sessions.ts';
import type { Door } from '../../door.ts';
import { signOnOfSession } from '../../sign-on/actions/session.ts';
import { LEAVING_PATH } from '../../sign-on/sign-on.ts';

/** Open to everyone: a session that ran out meanwhile must not stand in the way of leaving. */
export function signOut({ database, session }: Door): Handler<Visit> {
  return async ({ request, reply }) => {
    const token = session.read(request);
    const provider = token && (await signOnOfSession(database, token));
    if (token) await database.beforeOrganisation(db => endSession(db, token));
    session.clear(reply);
    if (provider) return redirect(LEAVING_PATH(provider));
    return redirect('/sign-in', 'You are signed out.');
  };
}
