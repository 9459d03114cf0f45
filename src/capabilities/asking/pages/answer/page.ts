import type { PageError } from '../../../../platform/govuk/frame.ts';
import type { Answer, Visit } from '../../../../platform/http/visit.ts';
import { notFound, page } from '../../../../platform/http/visit.ts';
import { answerPath, lastDayOf, questionPath } from '../../link.ts';
import { fieldWords, type Speaking, speaking } from '../../words/speaking.ts';
import { ACCEPTED_FILES, inMegabytes } from './file-words.ts';
import { languageOf } from './language.ts';
import { type AnswerParts, keepToItself, type Opened, type Question, questionOf, withLink } from './load.ts';
import { othersOf, stepOf } from './others.ts';
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
    if (!question) return visit.params.request ? notFound : donePage(visit, opened, parts);
    return questionPage(visit, opened, question, parts);
  };

/** Says the same of a link that ran out, was taken back, or never was one. */
export function overPage(visit: Visit, sent = false): Answer {
  const language = languageOf(visit);
  const { say, lang } = speaking(language.lang);
  const action = language.to(`${answerPath(encodeURIComponent(visit.params.token!))}/new`);
  const title = say(sent ? 'sentTitle' : 'endedTitle');
  const facts = { action, sent, language, say };
  return page('asking/pages/answer/over.njk', facts, { title, lang }, sent ? 200 : 410);
}

export function questionPage(
  visit: Visit,
  opened: Opened,
  question: Question,
  { parts, largest }: AnswerParts,
  typed?: Typed,
): Answer {
  const { kinds } = parts();
  const around = aroundOf(visit, opened);
  const { language, speak, token } = around;
  const action = questionPath(token, question.id);
  const kind = kinds.find(one => one.kind === question.kind);
  const shown = questionFacts(question, opened, { speak, kind });
  const facts = {
    ...around.facts,
    action: language.to(action),
    laterAction: language.to(`${action}/later`),
    question: shown,
    others: othersOf(opened, { ...around, kinds }, question),
    step: stepOf(opened, question, speak),
    words: { ...fieldWords(speak.lang, inMegabytes(largest)), accept: ACCEPTED_FILES },
    answers: typed?.answers ?? {},
    picked: typed?.picked ?? tickedAtFirst(question.choices, question.records),
    errors: typed?.errors.map(error => ({ ...error, heard: speak.heard })),
  };
  const frame = { title: shown.what.text, speak, status: typed ? 422 : 200 };
  return framed('asking/pages/answer/question.njk', facts, opened, frame);
}

function donePage(visit: Visit, opened: Opened, { parts }: AnswerParts): Answer {
  const around = aroundOf(visit, opened);
  const questions = othersOf(opened, { ...around, kinds: parts().kinds });
  const facts = { ...around.facts, person: opened.person.name, questions };
  const { speak } = around;
  return framed('asking/pages/answer/done.njk', facts, opened, { title: speak.say('doneTitle'), speak });
}

const framed = (
  template: string,
  facts: object,
  { link }: Opened,
  { title, speak, status = 200 }: { title: string; speak: Speaking; status?: number },
): Answer => {
  const { name, colour } = link.organisation;
  const frame = { title, lang: speak.lang, organisation: { name, colour }, navigation: [] };
  return page(template, facts, frame, status);
};

/** What stands on every page of a link that works. */
function aroundOf(visit: Visit, { link, person }: Opened) {
  const language = languageOf(visit, person);
  const speak = speaking(language.lang);
  const { say, day } = speak;
  const until = day(lastDayOf(link.expires, link.organisation.zone));
  const foot = say('foot', { day: until, name: person.name });
  const token = encodeURIComponent(visit.params.token!);
  return { language, speak, token, facts: { language, say, foot } };
}
