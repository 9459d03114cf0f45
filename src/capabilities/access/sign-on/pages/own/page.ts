import type { Handler } from '../../../../../platform/http/capability.ts';
import { notFound, page, type SignedInVisit } from '../../../../../platform/http/visit.ts';
import type { SignOnDoor } from '../../door.ts';
import { identityOf, signOnOf } from '../../queries.ts';

/** Whether somebody's own account is tied to their organisation's provider, and the way to tie it. */
export function ownSignOnPage(door: SignOnDoor): Handler<SignedInVisit> {
  return async visit => {
    const { organisation, account } = visit.who;
    const known = await visit.within(async within => ({
      signOn: await signOnOf(within, door),
      tied: await identityOf(within, account.id),
    }));
    if (!known.signOn?.offered) return notFound;
    const facts = {
      button: known.signOn.button,
      provider: URL.parse(known.signOn.issuer)?.host,
      since: known.tied?.tiedAt.toZonedDateTimeISO(organisation.timeZone).toPlainDate(),
      way: door.wayFor(visit, 'tie', organisation.id),
    };
    return page('access/sign-on/pages/own/page.njk', facts, {
      title: 'Your sign-on',
      trail: [{ text: 'Your account', href: '/account' }, { text: 'Sign-on' }],
    });
  };
}
