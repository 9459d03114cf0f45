import type { Handler } from '../../../../../platform/http/capability.ts';
import { page, type SignedInVisit } from '../../../../../platform/http/visit.ts';
import type { SignOnDoor } from '../../door.ts';
import { refusedSignOns } from '../../refusals.ts';
import { reasonInWords } from '../../rules/refused.ts';

/** Whom the organisation's provider presented and who was not let in, so that an administrator can help before they ring. */
export function refusedPage({ settings }: SignOnDoor): Handler<SignedInVisit> {
  return async visit => {
    const refused = await visit.within(refusedSignOns);
    const entries = refused.map(one => ({ ...one, words: reasonInWords(one.what) }));
    return page(
      'access/sign-on/pages/refused/page.njk',
      { entries, days: settings.signInDays, zone: visit.who.organisation.timeZone },
      {
        title: 'Who was not let in',
        trail: [
          { text: 'Organisation', href: '/organisation' },
          { text: 'Sign-on', href: '/organisation/sign-on' },
          { text: 'Who was not let in' },
        ],
      },
    );
  };
}
