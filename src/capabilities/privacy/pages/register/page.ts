import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { PersonalData } from '../../../../platform/privacy/personal-data.ts';
import type { PrivacyParts } from '../../parts.ts';
import { doneRequests } from '../../queries.ts';
import { inWords } from '../../rules/in-words.ts';

/** What is kept of people, why and for how long; and the way to what is known of one of them. */
export const registerPage =
  ({ declared }: PrivacyParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const done = await visit.within(within => doneRequests(within));
    const facts = {
      groups: declared()
        .filter(({ personal }) => personal.length)
        .map(({ capability, personal }) => ({
          title: GROUPS[capability] ?? inWords(capability),
          rows: personal.map(rowOf),
        })),
      done: done.map(({ counts, ...one }) => ({ ...one, rows: sum(Object.values(counts)) })),
      zone: visit.who.organisation.timeZone,
    };
    const trail = [{ text: 'Organisation', href: '/organisation' }, { text: 'Privacy' }];
    return page('privacy/pages/register/register.njk', facts, { title: 'Privacy', trail });
  };

/** What each capability keeps, in the words of whoever asks about it. */
const GROUPS: Record<string, string> = {
  organisations: 'People, posts and role holders',
  access: 'Signing in',
  mail: 'Messages, and who did or read what',
  comments: 'Comments',
  asking: 'What is asked of people',
  plans: 'Plans, lines and files',
  imports: 'Documents given in',
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
