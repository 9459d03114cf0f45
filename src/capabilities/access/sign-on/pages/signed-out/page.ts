import { z } from 'zod';
import type { Handler } from '../../../../../platform/http/capability.ts';
import { type Answer, notFound, page, type Visit } from '../../../../../platform/http/visit.ts';
import { endProviderSession } from '../../actions/provider-sessions.ts';
import type { SignOnDoor } from '../../door.ts';
import { SIGNED_OUT_PATH } from '../../sign-on.ts';

/**
 * Signed out of ours, and not of the provider: on a machine that others use, the next one would be let in by one press.
 * A link, since browsers let no form of ours lead elsewhere (RP-Initiated Logout 1.0).
 */
export function leavingPage(door: SignOnDoor): Handler<Visit> {
  return async ({ params, now }) => {
    const organisation = z.uuid().safeParse(params.organisation);
    const signOn = organisation.success ? await door.signOn(organisation.data) : undefined;
    if (!signOn?.offered) return notFound;
    const found = await door.provider.discover(signOn, now());
    const end = 'published' in found ? found.published.end_session_endpoint : undefined;
    const facts = {
      provider: URL.parse(signOn.issuer)?.host,
      way: end && wayOut(end, signOn.clientId, door.settings.url),
    };
    return view('leaving', facts, signOn.organisation);
  };
}

function wayOut(end: string, clientId: string, ours: string): string | undefined {
  const address = URL.parse(end);
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  address.searchParams.set('client_id', clientId);
  address.searchParams.set('post_logout_redirect_uri', ours + SIGNED_OUT_PATH);
  return address.href;
}

/** Where the provider leads back to once it signed somebody out. */
export const signedOutPage = (): Answer => view('everywhere', {});

/**
 * The provider signed somebody out, and lets their browser tell us (Front-Channel Logout 1.0). It needs no cookie: what
 * the provider calls the session is known to it and to us alone, and the worst that somebody who knew it could do is this.
 */
export function endedThere(door: SignOnDoor): Handler<Visit> {
  return async ({ params, query, now }) => {
    const organisation = z.uuid().safeParse(params.organisation);
    const signOn = organisation.success ? await door.signOn(organisation.data) : undefined;
    if (!signOn?.offered) return notFound;
    const { iss, sid } = query;
    const provider = { organisation: signOn.organisation.id, issuer: signOn.issuer };
    if (iss === signOn.issuer && typeof sid === 'string' && sid)
      await endProviderSession(door.database, provider, sid, now());
    return view('everywhere', {});
  };
}

const view = (
  where: 'leaving' | 'everywhere',
  facts: object,
  organisation?: { name: string; colour: string },
): Answer =>
  page(
    'access/sign-on/pages/signed-out/page.njk',
    { where, ...facts },
    { title: 'You are signed out', ...(organisation && { organisation }) },
  );
