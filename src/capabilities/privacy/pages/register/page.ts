import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { PersonalData } from '../../../../platform/privacy/personal-data.ts';
import type { PrivacyParts } from '../../parts.ts';
import { doneRequests } from '../../queries.ts';

/** What is kept of people, why and for how long; and the way to what is known of one of them. */
export const registerPage =
  ({ all }: PrivacyParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const done = await visit.within(within => doneRequests(within));
    const facts = {
      rows: all().map(rowOf),
      done: done.map(({ counts, ...one }) => ({ ...one, rows: sum(Object.values(counts)) })),
      zone: visit.who.organisation.timeZone,
    };
    const trail = [{ text: 'Organisation', href: '/organisation' }, { text: 'Privacy' }];
    return page('privacy/pages/register/register.njk', facts, { title: 'Privacy', trail });
  };

const rowOf = ({ what, why, kept, erased }: PersonalData) => ({
  what,
  why,
  kept: kept.words,
  erased: erasedWords(erased),
});

export function erasedWords(erased: PersonalData['erased']): string {
  if (erased === 'rows') return 'Deleted.';
  if ('stays' in erased) return `Stays. ${erased.stays}`;
  return 'by' in erased && typeof erased.words === 'string'
    ? erased.words
    : 'The person’s words are taken out; the record stays.';
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
