import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { acceptEdition } from '../../actions/edition/accept-edition.ts';
import { askForMerge } from '../../actions/edition/ask-for-merge.ts';
import { decide, type Answer as Said } from '../../actions/edition/decide.ts';
import { mergeOf } from '../../queries/edition/merges.ts';
import { type Decision, type Question, questionsOf } from '../../rules/edition/decisions.ts';
import { CLOSED, tell } from '../tell.ts';
import { idOf, readingOf } from '../which-reading.ts';
import { mergeAddress, mergeQuery } from './query.ts';

const CHANGED =
  'The plan or the document was changed since you opened the page, so they were compared anew. What you decided before stands. Look once more.';
const UNDECIDED = 'Some questions are still open. Answer them, then accept the edition.';

const shape = mergeQuery.extend({
  /** One that cannot be is no comparison's latest. */
  version: z.coerce.number().int().min(0).max(1e9).catch(0),
});

/** The most characters that a cell may have. */
const LONGEST = 20_000;

/** What was said to the questions of one page; what was not said stays open. */
export async function postDecisions(visit: SignedInVisit): Promise<Answer> {
  const { version, show, page } = shape.parse(visit.form);
  return deciding(visit, version, {
    to: id => mergeAddress(id, { show, page }),
    answer: (question, row) => {
      const name = `q-${row.position}-${questionsOf(row).findIndex(one => one.name === question.name)}`;
      const text = visit.form[`${name}-text`];
      return decisionFor(question, visit.form[name], typeof text === 'string' ? text : '');
    },
  });
}

const CHOICES: Record<Question['kind'], string[]> = {
  cell: ['ours', 'theirs', 'typed'],
  match: ['same', 'new'],
  gone: ['closed', 'kept', 'removed'],
  'taken-out': ['back', 'out'],
};

/** Words that were typed count also where nobody ticked them; a state is always chosen out of a list. */
function decisionFor({ kind, over, cell }: Question, choice: unknown, text: string): Decision | undefined {
  const said = choice ?? (kind === 'cell' && cell !== 'state' && text.trim() ? 'typed' : undefined);
  return typeof said === 'string' && CHOICES[kind].includes(said) ? decisionOf(said, text, over) : undefined;
}

function decisionOf(choice: string, text: string, over: string[]): Decision {
  if (choice === 'typed')
    return { choice, text: text.replaceAll('\r\n', '\n').trim().slice(0, LONGEST), over };
  return { choice: choice as Exclude<Decision['choice'], 'typed'>, over } as Decision;
}

const allShape = shape.extend({
  take: z.enum(['ours', 'theirs', 'same', 'new', 'closed', 'kept', 'back', 'out']),
});

/** The same answer to every question of its kind that nobody answered yet; of lines that are gone, to every one. */
export async function postAll(visit: SignedInVisit): Promise<Answer> {
  const form = allShape.safeParse(visit.form).data;
  if (!form) return notFound;
  const { version, show, take } = form;
  return deciding(visit, version, {
    to: id => mergeAddress(id, { show }),
    answer: (question, _row, known) =>
      (question.kind === 'gone' ? undefined : known) ?? decisionFor(question, take, ''),
  });
}

type Deciding = { to: (id: string) => string; answer: Said };

function deciding(visit: SignedInVisit, version: number, { to, answer }: Deciding): Promise<Answer> {
  return onReading(visit, async (within, id) => {
    const done = await decide(within, id, { version, answer }, visit.now());
    if (isRefused(done)) return tell(mergeAddress(id), CHANGED);
    const { decided } = done;
    if (!decided) return tell(to(id), 'Nothing was answered anew.');
    return redirect(to(id), `${count(decided, 'answer was', 'answers were')} kept.`);
  });
}

/** The edition is worked in as it was looked at, or not at all. */
export async function postAcceptEdition(visit: SignedInVisit): Promise<Answer> {
  const { version } = shape.parse(visit.form);
  return onReading(visit, async (within, id) => {
    const done = await acceptEdition(within, id, version, visit.now());
    if (isRefused(done))
      return done.refused === 'not-open'
        ? tell(`/readings/${id}`, CLOSED)
        : tell(mergeAddress(id), done.refused === 'changed' ? CHANGED : UNDECIDED);
    if (!done.plan) return redirect(mergeAddress(id));
    return redirect(
      `/plans/${done.plan}`,
      'The edition was worked into the plan. It can be taken back while nobody changes its lines.',
    );
  });
}

/** Once more, after it could not be compared. */
export async function postCompareAgain(visit: SignedInVisit): Promise<Answer> {
  return onReading(visit, async (within, id) => {
    const merge = await mergeOf(within, id);
    if (merge?.status === 'unable') await askForMerge(within, id, merge.plan.id, visit.now());
    return redirect(mergeAddress(id));
  });
}

function onReading(
  visit: SignedInVisit,
  act: (within: Within, id: string) => Promise<Answer>,
): Promise<Answer> {
  const id = idOf(visit);
  if (!id) return Promise.resolve(notFound);
  return visit.within(async within => ((await readingOf(within, visit)) ? act(within, id) : notFound));
}
