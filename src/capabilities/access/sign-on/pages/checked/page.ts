import type { Handler } from '../../../../../platform/http/capability.ts';
import { notFound, page, type SignedInVisit } from '../../../../../platform/http/visit.ts';
import type { SignOnDoor } from '../../door.ts';
import { probe } from '../../probe.ts';
import { signOnOf } from '../../queries.ts';
import { connectionChecks } from '../../rules/connection.ts';

/** What is well with the connection, and what is to be put right. Changes nothing. */
export function checkedPage(door: SignOnDoor): Handler<SignedInVisit> {
  return async visit => {
    const signOn = await visit.within(within => signOnOf(within, door));
    if (!signOn) return notFound;
    const now = visit.now();
    const ours = {
      issuer: signOn.issuer,
      back: door.back(signOn.organisation.id),
      now,
      https: door.settings.url.startsWith('https:'),
    };
    const checks = connectionChecks(await probe(door.provider, signOn, ours.back, now), ours);
    const bad = checks.filter(({ stands }) => stands === 'bad').length;
    return page(
      'access/sign-on/pages/checked/page.njk',
      { checks, bad, way: door.wayFor(visit, 'try', signOn.organisation.id) },
      {
        title: 'The connection',
        trail: [
          { text: 'Organisation', href: '/organisation' },
          { text: 'Sign-on', href: '/organisation/sign-on' },
          { text: 'The connection' },
        ],
      },
    );
  };
}
