import { isRefused } from '../../../../language/refusal.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type Visit } from '../../../../platform/http/visit.ts';
import { answerRequest } from '../../actions/answer.ts';
import { findLink, sendNewLink } from '../../actions/links.ts';
import { sayNotMine } from '../../actions/not-mine.ts';
import { putOff } from '../../actions/put-off.ts';
import { answerPath } from '../../link.ts';
import type { NotPutOff } from '../../rules/putting-off.ts';
import type { Sayer } from '../../update.ts';
import type { ANSWER_PAGE } from '../../words/answer-page.ts';
import { type Speaking, speaking } from '../../words/speaking.ts';
import { languageOf } from './language.ts';
import { type AnswerParts, keepToItself, type Opened, type Question, questionOf, withLink } from './load.ts';
import { overPage, questionPage, type Typed } from './page.ts';
import { choicesOf, NOT_MINE } from './question-facts.ts';
import { readAnswer } from './read-answer.ts';

/** What an act says in the end: on the page it was sent from, or on the next. */
type Said = { typed: Typed } | { notice: keyof typeof ANSWER_PAGE };

/** Does something with the question that the address names, for the person whose link it is. */
async function act(
  parts: AnswerParts,
  visit: Visit,
  work: (...given: Parameters<Acting>) => Promise<Said>,
): Promise<Answer> {
  keepToItself(visit);
  const done = await withLink(parts, visit, async (within, opened) => {
    const question = questionOf(visit, opened);
    if (!question) return notFound;
    const language = languageOf(visit, opened.person);
    const speak = speaking(language.lang);
    const here = language.to(answerPath(encodeURIComponent(visit.params.token!)));
    if (question.standing !== 'open' && question.standing !== 'answered')
      return redirect(here, speak.say('gone'));
    const said = await work(within, opened, question, speak);
    return 'typed' in said
      ? questionPage(visit, opened, question, parts, said.typed)
      : redirect(here, speak.say(said.notice));
  });
  return done ?? overPage(visit);
}

type Acting = (
  within: Parameters<Parameters<typeof withLink>[2]>[0],
  opened: Opened,
  question: Question,
  speak: Speaking,
) => Promise<Said>;

/** As whom the holder of a link acts: the person whose it is, for whoever they stand in for. */
const sayerOf = ({ person }: Opened, question: Question): Sayer => ({
  person: person.id,
  name: question.for ? `${person.name} (for ${question.for})` : person.name,
  byLink: true,
});

export const postAnswer =
  (parts: AnswerParts) =>
  (visit: Visit): Promise<Answer> =>
    act(parts, visit, async (within, opened, question, { problem }) => {
      const { kinds } = parts.parts();
      const ownNotMine = kinds.find(({ kind }) => kind === question.kind)?.ownNotMine ?? false;
      const choices = choicesOf(question, ownNotMine);
      const { largest } = parts;
      const read = await readAnswer(visit, question, { choices, largest, today: opened.today, problem });
      if (read.errors) return { typed: read };
      const by = sayerOf(opened, question);
      const now = visit.now();
      if (read.answer.choice === NOT_MINE.key && !ownNotMine) {
        const { name, note } = read.answer;
        const said = await sayNotMine(within, question.id, { name, note }, { by, now, today: opened.today });
        return { notice: isRefused(said) ? 'gone' : 'passedOn' };
      }
      const kept = await answerRequest(within, question.id, read.answer, { by, now, kinds });
      return { notice: isRefused(kept) ? 'gone' : 'thanks' };
    });

const LATER_PROBLEMS = {
  'not-later': 'laterNotLater',
  'too-late': 'laterTooLate',
} as const satisfies Record<Exclude<NotPutOff, 'too-often'>, string>;

export const postLater =
  (parts: AnswerParts) =>
  (visit: Visit): Promise<Answer> =>
    act(parts, visit, async (within, opened, question, { problem }) => {
      const asked = { missing: problem('laterMissing'), unreal: problem('laterUnreal') };
      const { day, answers, errors } = readDay(visit.form, 'until', { asked, needed: true });
      const shown = { 'until-day': answers.day, 'until-month': answers.month, 'until-year': answers.year };
      if (!day) return { typed: { answers: shown, errors } };
      const by = sayerOf(opened, question);
      const done = await putOff(within, question.id, day, { by, now: visit.now(), today: opened.today });
      if (!isRefused(done)) return { notice: 'putOff' };
      if (done.refused === 'not-open') return { notice: 'gone' };
      if (done.refused === 'too-often') return { notice: 'tooOften' };
      return {
        typed: { answers: shown, errors: fieldProblem('until-day', problem(LATER_PROBLEMS[done.refused])) },
      };
    });

/** Says the same whatever the link was, and does it for the address that the link was sent to alone. */
export const postNewLink =
  (parts: AnswerParts) =>
  async (visit: Visit): Promise<Answer> => {
    keepToItself(visit);
    const { database } = parts;
    const link = await findLink(database, visit.params.token!, visit.now());
    if (link) {
      const who = { organisation: link.organisation.id, actor: { id: null, name: 'Holder of a link' } };
      await database.inOrganisation(who, within =>
        sendNewLink(within, link, { now: visit.now(), url: parts.parts().url }),
      );
    }
    return overPage(visit, true);
  };
