import { z } from 'zod';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../../platform/http/visit.ts';
import { member } from '../../../queries.ts';
import { untieAccount } from '../../actions/tie-own.ts';
import { identityOf } from '../../queries.ts';

/** To whom somebody's account is tied at the provider, and the way to untie it. */
export async function showMemberSignOn(visit: SignedInVisit): Promise<Answer> {
  const account = z.uuid().safeParse(visit.params.account);
  if (!account.success) return notFound;
  const known = await visit.within(async within => ({
    person: await member(within, account.data),
    tied: await identityOf(within, account.data),
  }));
  if (!known.person) return notFound;
  const { person, tied } = known;
  const facts = { person, tied, zone: visit.who.organisation.timeZone };
  return page('access/sign-on/pages/member/page.njk', facts, {
    title: `Sign-on of ${person.name}`,
    trail: [
      { text: 'Organisation', href: '/organisation' },
      { text: 'People', href: '/organisation/people' },
      { text: person.name, href: `/organisation/people/${person.account}` },
      { text: 'Sign-on' },
    ],
  });
}

export async function untieMember(visit: SignedInVisit): Promise<Answer> {
  const account = z.uuid().safeParse(visit.params.account);
  const untied =
    account.success && (await visit.within(within => untieAccount(within, account.data, visit.now())));
  if (!untied) return notFound;
  return redirect(
    `/organisation/people/${account.data}`,
    'The account is untied, and whoever came in by sign-on is signed out. The next one whom the provider says to have its address is tied to it.',
  );
}
