import { z } from 'zod';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { INCOMING_KIND_WORDS } from '../../../../platform/mail/in/incoming.ts';
import { type CameIn, type CameInAsked, listCameIn } from '../../../../platform/mail/in/queries.ts';
import { mailboxSettings } from '../../../../platform/mail/in/settings.ts';

const SIZE = 50;
const KINDS = ['reply', 'bounce', 'delay', 'automatic', 'other'] as const;

const query = z.object({
  show: z.enum(['new', 'looked-at']).catch('new'),
  kind: z.enum(KINDS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const kindChoices = KINDS.map(value => ({ value, text: INCOMING_KIND_WORDS[value] }));

/** What came back to what was written from here: replies, messages that did not arrive; new ones first. */
export async function showReplies(visit: SignedInVisit): Promise<Answer> {
  const { show, kind, page: number } = query.parse(visit.query);
  const zone = visit.who.organisation.timeZone;
  const asked: CameInAsked = { looked: show === 'looked-at', kind };
  const { messages, total, settings } = await visit.within(async within => ({
    ...(await listCameIn(within, asked, { after: (number - 1) * SIZE, most: SIZE })),
    settings: await mailboxSettings(within),
  }));
  const address = (at: number) =>
    `/organisation/replies?${new URLSearchParams({ show, ...(kind && { kind }), page: String(at) })}`;
  const facts = {
    rows: messages.map(rowOf),
    asked: { show, kind },
    kinds: kindChoices,
    total,
    isSetUp: settings !== undefined,
    maySet: mayAs(visit.who.role, 'administrator'),
    trouble: settings?.trouble,
    pages: pageLinks({ total, page: number, size: SIZE }, address),
    zone,
  };
  const trail = [{ text: 'Organisation', href: '/organisation' }, { text: 'Replies' }];
  return page('mail/pages/replies/list.njk', facts, { title: 'Replies', trail });
}

const rowOf = ({ id, kind, from, subject, cameAt, answers }: CameIn) => ({
  href: `/organisation/replies/${id}`,
  from: from.name || from.address || 'Nobody who is named',
  kind: INCOMING_KIND_WORDS[kind],
  subject: subject || 'Without a subject',
  cameAt,
  answers: answers?.subject,
  likely: answers?.by === 'address',
});
