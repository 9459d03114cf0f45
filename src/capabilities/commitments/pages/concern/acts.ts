import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { answerConcern, giveConcern, tellConcernBack } from '../../concerns/answer-concern.ts';
import { type ConcernState, concernHref, LONGEST_ANSWER, LONGEST_HOW } from '../../concerns/concern.ts';
import { namedOwner } from '../../concerns/named-owner.ts';
import { type Concern, concernById } from '../../queries/concerns.ts';
import { NOT_THEIRS } from '../may.ts';
import { whenOf } from '../when-of.ts';
import { concernPage, type Typed } from './page.ts';
import { concernIdOf, mayAnswer } from './which.ts';

const sentence = (name: string, missing: string, most: number) =>
  z.object({
    [name]: z
      .string()
      .trim()
      .min(1, missing)
      .max(most, `Write ${most.toLocaleString('en-GB')} characters or fewer`),
  });

const ANSWER = sentence('answer', 'Write the answer', LONGEST_ANSWER);
const HOW = sentence('how', 'Say how they were told', LONGEST_HOW);
const OWNER = sentence('owner', 'Enter who is to answer', 120);

const CHANGED = 'It was answered or told back in the meantime, so nothing was changed.';

/**
 * Does something with the concern that the address names, or shows again what was typed; nothing where it stands otherwise
 * by now, so that the form is not there any more.
 */
async function act(
  visit: SignedInVisit,
  standing: readonly ConcernState[],
  work: (within: Within, concern: Concern) => Promise<{ notice: string } | Typed | Answer>,
): Promise<Answer> {
  const id = concernIdOf(visit);
  if (!id) return notFound;
  const done = await visit.within(async within => {
    const concern = await concernById(within, id);
    if (!concern) return notFound;
    return standing.includes(concern.state) ? work(within, concern) : { notice: CHANGED };
  });
  if ('kind' in done) return done;
  return 'notice' in done ? redirect(concernHref(id), done.notice) : concernPage(visit, done);
}

const sayerOf = ({ who }: SignedInVisit) => ({ name: who.account.name, person: null });

export const postConcernAnswer = (visit: SignedInVisit): Promise<Answer> =>
  act(visit, ['open', 'answered'], async (within, concern) => {
    if (!(await mayAnswer(within, visit, concern))) return NOT_THEIRS;
    const { value, errors, answers } = readForm(ANSWER, visit.form);
    if (!value) return { errors, answers };
    const by = sayerOf(visit);
    const said = { answer: value.answer!, by, first: visit.form.state === 'open' };
    const done = await answerConcern(within, concern.id, said, whenOf(visit));
    return { notice: isRefused(done) ? CHANGED : 'The answer is kept. Now it has to be told back.' };
  });

export const postConcernTold = (visit: SignedInVisit): Promise<Answer> =>
  act(visit, ['answered'], async (within, concern) => {
    if (!(await mayAnswer(within, visit, concern))) return NOT_THEIRS;
    const { value, errors, answers } = readForm(HOW, visit.form);
    if (!value) return { errors, answers: { answer: concern.answer, ...answers } };
    const done = await tellConcernBack(
      within,
      concern.id,
      { how: value.how!, by: sayerOf(visit) },
      whenOf(visit),
    );
    return { notice: isRefused(done) ? CHANGED : 'It is noted that they were told.' };
  });

export const postConcernOwner = (visit: SignedInVisit): Promise<Answer> =>
  act(visit, ['open'], async (within, concern) => {
    const { value, errors, answers } = readForm(OWNER, visit.form);
    if (!value) return { errors, answers };
    const owner = await namedOwner(within, value.owner!, whenOf(visit));
    if (!owner) return { errors: fieldProblem('owner', UNKNOWN), answers };
    const done = await giveConcern(within, concern.id, owner, whenOf(visit));
    return { notice: isRefused(done) ? CHANGED : `${owner.name} is asked in their next daily message.` };
  });

const UNKNOWN = 'Enter a name that the register of owners or the directory has once';
