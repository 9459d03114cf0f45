import { z } from 'zod';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { seeMentions } from '../../actions.ts';
import { countMentions, MENTIONS_ON_A_PAGE, membersToName, mentionsOf } from '../../queries.ts';

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

/** Where somebody is named. Looking changes nothing: that it was looked at is said by a button. */
export async function mentionsPage(visit: SignedInVisit): Promise<Answer> {
  const { account, organisation } = visit.who;
  const number = pageNumber.parse(visit.query.page);
  const { counted, mentions, members } = await visit.within(async within => ({
    counted: await countMentions(within, account.id),
    mentions: await mentionsOf(within, account.id, number),
    members: await membersToName(within),
  }));
  for (const { subject } of mentions) visit.shown.add(subject);
  const facts = {
    mentions,
    counted,
    members: members.filter(({ id }) => id !== account.id),
    paging: pageLinks(
      { total: counted.all, page: number, size: MENTIONS_ON_A_PAGE },
      one => `/mentions?page=${one}`,
    ),
    zone: organisation.timeZone,
  };
  return page('comments/pages/mentions/mentions.njk', facts, { title: 'Comments that name you' });
}

export async function postSeen(visit: SignedInVisit): Promise<Answer> {
  await visit.within(within => seeMentions(within, visit.who.account.id, visit.now()));
  return redirect('/mentions', 'All of them count as seen.');
}
