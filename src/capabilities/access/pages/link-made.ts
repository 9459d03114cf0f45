import { type Answer, page } from '../../../platform/http/visit.ts';

/**
 * The link for somebody, shown this once: only its digest is stored. It answers the form itself, since a redirect would
 * have to carry the link along.
 */
export function linkMade(facts: {
  name: string;
  account: string;
  address: string;
  organisation: string;
}): Answer {
  const title = `A link for ${facts.name}`;
  const trail = [
    { text: 'Organisation', href: '/organisation' },
    { text: 'People', href: '/organisation/people' },
    { text: facts.name },
  ];
  return page('access/pages/link-made.njk', { ...facts, title }, { title, trail });
}
