import { z } from 'zod';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { markedReads, type Way } from '../../../../platform/privacy/marked-reads.ts';

const SIZE = 100;

const query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

const WAYS: Record<Way, string> = { page: 'On its page', list: 'In a list', file: 'In a file' };

/** Who read what is marked OFFICIAL-SENSITIVE, and when: once a day for each of them. */
export async function showReads(visit: SignedInVisit): Promise<Answer> {
  const { page: number } = query.parse(visit.query);
  const { reads, total } = await visit.within(within =>
    markedReads(within, undefined, { after: (number - 1) * SIZE, most: SIZE }),
  );
  const facts = {
    rows: reads.map(read => ({ ...read, way: WAYS[read.way] })),
    pages: pageLinks({ total, page: number, size: SIZE }, at => `/organisation/privacy/reads?page=${at}`),
    zone: visit.who.organisation.timeZone,
  };
  const trail = [
    { text: 'Organisation', href: '/organisation' },
    { text: 'Privacy', href: '/organisation/privacy' },
    { text: 'Who read what is marked' },
  ];
  return page('privacy/pages/reads/reads.njk', facts, { title: 'Who read what is marked', trail });
}
