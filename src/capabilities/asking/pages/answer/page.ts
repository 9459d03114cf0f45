import type { PageError } from '../../../../platform/govuk/frame.ts';
import type { Answer, Visit } from '../../../../platform/http/visit.ts';
import { notFound, page } from '../../../../platform/http/visit.ts';
import { lastDayOf } from '../../link.ts';
import { ACCEPTED_FILES, fileHint } from './file-words.ts';
import { type AnswerParts, keepToItself, type Opened, type Question, questionOf, withLink } from './load.ts';
import { questionFacts, tickedAtFirst } from './question-facts.ts';

/** What was typed and is not right yet. */
export type Typed = { answers?: Record<string, string>; picked?: string[]; errors: PageError[] };

/** What is asked of whoever has the link: the first thing that waits for an answer, and beside it all the others. */
export const answerPage =
  (parts: AnswerParts) =>
  async (visit: Visit): Promise<Answer> => {
    keepToItself(visit);
    const opened = await withLink(parts, visit, async (_, found) => found);
    if (!opened) return overPage(visit);
    const question = questionOf(visit, opened);
    if (!question) return visit.params.request ? notFound : donePage(visit, opened);
    return questionPage(visit, opened, question, parts);
  };

/** Says the same of a link that ran out, was taken back, or never was one. */
export const overPage = (visit: Visit, sent = false): Answer =>
  page(
    'asking/pages/answer/over.njk',
    { action: `/ask/${encodeURIComponent(visit.params.token!)}/new`, sent },
    { title: sent ? 'Check your inbox' : 'This link cannot be used any more' },
    sent ? 200 : 410,
  );

export function questionPage(
  visit: Visit,
  opened: Opened,
  question: Question,
  { parts, largest }: AnswerParts,
  typed?: Typed,
): Answer {
  const kind = parts().kinds.find(one => one.kind === question.kind);
  const facts = {
    ...around(visit, opened),
    question: questionFacts(question, opened, { ownNotMine: kind?.ownNotMine ?? false }),
    others: othersOf(visit, opened, question),
    step: stepOf(opened, question),
    words: { ...ANSWER_WORDS, fileHint: fileHint(largest) },
    answers: typed?.answers ?? {},
    picked: typed?.picked ?? tickedAtFirst(question.choices, question.records),
    errors: typed?.errors,
  };
  return framed('asking/pages/answer/question.njk', facts, question.what, opened, typed ? 422 : 200);
}

const ANSWER_WORDS = {
  answer: 'Your answer',
  which: 'If only some: which?',
  mine: 'Only these',
  whichExcept: 'If not all: which?',
  mineExcept: 'Tick those that you mean',
  whose: 'If it is not yours: whose is it?',
  name: 'First and last name',
  nameHint: 'Leave it empty if you do not know. Whoever asked then decides.',
  note: 'Anything to add?',
  noteHint: 'What was done, what came of it, what is missing. No names of the public.',
  late: 'If it was late: on which day?',
  doneOn: 'On which day was it done?',
  more: 'Tell more: how many came, what they said',
  file: 'Add a photo or file',
  accept: ACCEPTED_FILES,
};

const donePage = (visit: Visit, opened: Opened): Answer =>
  framed(
    'asking/pages/answer/done.njk',
    { ...around(visit, opened), questions: othersOf(visit, opened) },
    'Nothing more is asked of you',
    opened,
  );

const framed = (template: string, facts: object, title: string, { link }: Opened, status = 200): Answer => {
  const { name, colour } = link.organisation;
  return page(template, facts, { title, organisation: { name, colour }, navigation: [] }, status);
};

const around = (visit: Visit, { link, person }: Opened) => ({
  here: `/ask/${encodeURIComponent(visit.params.token!)}`,
  person: person.name,
  until: lastDayOf(link.expires, link.organisation.zone),
  zone: link.organisation.zone,
});

const STANDING_WORDS = {
  open: 'waits for you',
  answered: 'you answered',
  elsewhere: 'is with somebody else now',
  over: 'is not needed any more',
  closed: 'was closed without an answer',
};

const othersOf = (visit: Visit, { questions }: Opened, besides?: Question) =>
  questions
    .filter(one => one !== besides)
    .map(({ id, what, by, standing, records }) => ({
      what,
      about: aboutOf(records),
      by,
      standing: STANDING_WORDS[standing],
      open: standing === 'open',
      href: `/ask/${encodeURIComponent(visit.params.token!)}/${id}`,
    }));

/** Tells apart what is asked in the same words. What is marked goes unnamed, as in the message. */
function aboutOf(records: Question['records']): string | undefined {
  const [first, ...more] = records.filter(({ gone, sensitive }) => !gone && !sensitive);
  return first && (more.length ? `${first.title}, and ${more.length} more` : first.title);
}

/** "2 of 3 things we ask of you": those that are settled come first in the count. */
function stepOf({ questions }: Opened, question: Question): string | undefined {
  const mine = questions.filter(({ standing }) => standing === 'open' || standing === 'answered');
  if (mine.length < 2 || question.standing !== 'open') return undefined;
  const settled = mine.filter(({ standing }) => standing === 'answered').length;
  const open = mine.filter(({ standing }) => standing === 'open').indexOf(question);
  return `${settled + open + 1} of ${mine.length} things we ask of you`;
}
