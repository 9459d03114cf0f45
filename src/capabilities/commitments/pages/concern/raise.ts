import type { Within } from '../../../../platform/database/database.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { ConcernSayer } from '../../concerns/concern.ts';
import { raise } from '../../concerns/raise-concerns.ts';
import { concernsIn } from '../../concerns/words-of.ts';
import { shownOccurrence } from '../../queries/occurrence.ts';
import { maySettle, NOT_THEIRS } from '../may.ts';
import { occurrencePage } from '../occurrence/page.ts';
import { whenOf } from '../when-of.ts';
import { occurrenceAddress, occurrenceIdOf } from '../which-occurrence.ts';

/** Passes on what people were worried about where an occurrence was kept; each line becomes a question to its owner. */
export async function postConcerns(visit: SignedInVisit): Promise<Answer> {
  const id = occurrenceIdOf(visit);
  if (!id) return notFound;
  const typed = typeof visit.form.concerns === 'string' ? visit.form.concerns : '';
  const words = concernsIn(typed);
  const done = await visit.within(async within => {
    const one = await shownOccurrence(within, id, visit.today());
    if (!one?.stands) return notFound;
    if (!(await maySettle(within, visit, one))) return NOT_THEIRS;
    if (!words.length) return undefined;
    const when = whenOf(visit);
    await raise(within, { occurrence: id, words, by: await sayerOf(within, visit) }, when);
    return redirect(
      `${occurrenceAddress(id)}#raised`,
      'Passed on. Each stands here until its answer was told back.',
    );
  });
  const errors = fieldProblem('concerns', 'Write what people were worried about, one thing to a line');
  return done ?? occurrencePage(visit, { errors, answers: { concerns: typed } });
}

/** Whoever has an entry in the directory is asked to tell the answer back. */
async function sayerOf({ db }: Within, { who }: SignedInVisit): Promise<ConcernSayer> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('account_id', '=', who.account.id)
    .executeTakeFirst();
  return { name: who.account.name, person: person?.id ?? null };
}
