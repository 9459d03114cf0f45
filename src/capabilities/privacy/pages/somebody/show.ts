import type { PageError } from '../../../../platform/govuk/frame.ts';
import { type Sentence, sentencesWith } from '../../../../platform/history/redact.ts';
import { type Answer, page, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { Known } from '../../../../platform/privacy/of-somebody.ts';
import type { PrivacyParts } from '../../parts.ts';
import { everythingOf, namedInPlans } from '../../queries.ts';
import { asText, inWords } from '../../rules/in-words.ts';
import { keyOf, type Whom } from '../../whom.ts';
import { erasedWords } from '../register/page.ts';
import { type Asked, addressOf, type Meant, meant } from './asked.ts';

/** Rows of one kind on the page; all of them are in the file. */
const MOST_SHOWN = 20;

/** Sentences of history that are shown to be picked from, those of their own first. */
export const MOST_SENTENCES = 100;

/** What comes back of a form that was refused: which of the two, what is wrong, and the answers as given. */
export type Typed = { errors?: PageError[]; act?: 'access' | 'erase'; answers?: Record<string, string> };

type Found = Meant & { known: Known[]; named: number; sentences: Sentence[] };

/** Everything that is known of whoever is asked about, after it is said which records are theirs. */
export async function showSomebody(
  visit: SignedInVisit,
  { all }: PrivacyParts,
  asked: Asked,
  typed: Typed = {},
): Promise<Answer> {
  const found = await visit.within(async (within): Promise<Found> => {
    const whom = await meant(within, asked);
    if (!whom.said) return { ...whom, known: [], named: 0, sentences: [] };
    const known = await everythingOf(within, all(), whom.sought);
    const named = await namedInPlans(within, whom.sought.names);
    const standing = { names: whom.single, accounts: whom.sought.accounts };
    return { ...whom, known, named, sentences: await sentencesWith(within, standing, MOST_SENTENCES) };
  });
  for (const { about } of found.known) for (const id of about.slice(0, MOST_SHOWN)) visit.shown.add(id);
  for (const { subject } of found.sentences) visit.shown.add(subject);
  const picked = new Set(found.picked.map(keyOf));
  const facts = {
    answers: {},
    ...typed,
    ...found,
    shared: found.shared.map(words => asTheyAreCalled(words, found.picked)),
    who: asked.who,
    record: [...picked],
    choices: found.records.map(record => choiceOf(record, picked)),
    known: found.known.map(one => tableOf(one, visit.who.organisation.timeZone)),
    sentences: found.sentences.map(one => sentenceOf(one, visit.who.organisation.timeZone)),
  };
  const frame = { title: 'What is known of somebody', trail: TRAIL };
  return page('privacy/pages/somebody/somebody.njk', facts, frame, typed.errors ? 422 : 200);
}

/** A name alone may be anybody's: nothing is handed out or erased before it is said whose. */
export const notSaid = (asked: Asked): Answer =>
  redirect(addressOf(asked), 'Nothing was done. Tick first which records are those of the person who asks.');

const TRAIL = [
  { text: 'Organisation', href: '/organisation' },
  { text: 'Privacy', href: '/organisation/privacy' },
  { text: 'What is known of somebody' },
];

/** A name in small letters, by which it was looked for, as it is written. */
const asTheyAreCalled = (words: string, picked: Whom[]): string =>
  picked.find(({ name }) => name.toLowerCase() === words)?.name ?? words;

const choiceOf = (record: Whom, picked: Set<string>) => ({
  value: keyOf(record),
  text: record.name,
  hint: [record.detail, ...record.addresses].filter(Boolean).join(' · '),
  checked: picked.has(keyOf(record)),
});

const sentenceOf = ({ id, kind, at, actor, words }: Sentence, zone: string) => ({
  value: id,
  text: words,
  hint: [inWords(kind), actor, asText(at, zone)].join(' · '),
});

const tableOf = ({ data, rows }: Known, zone: string) => ({
  what: data.what,
  why: data.why,
  kept: data.kept.words,
  erased: erasedWords(data.erased),
  headings: data.shown.map(column => ({ text: inWords(column) })),
  rows: rows.slice(0, MOST_SHOWN).map(row => data.shown.map(column => asText(row[column], zone))),
  more: Math.max(0, rows.length - MOST_SHOWN),
});
