import { isRefused } from '../../../../language/refusal.ts';
import { readDay } from '../../../../platform/http/day-field.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { addCover, endCover, type NotCovered } from '../../actions/covers.ts';
import type { DirectoryParts } from '../../directory-parts.ts';
import { whomTyped } from '../../person-form.ts';
import { idOf, personAddress } from '../directory-addresses.ts';
import { findWhom, whomProblem } from '../whom.ts';
import { personPage } from './page.ts';

const WHY: Record<Exclude<NotCovered['refused'], 'not-found'>, [field: string, text: string]> = {
  nobody: ['by', 'Enter the name of somebody in the directory'],
  themselves: ['by', 'Enter somebody else: nobody covers for themselves'],
  'wrong-way-round': ['to-day', 'Enter a last day that is not before the first'],
  'leaves-before': ['by', 'Enter somebody else: this person leaves before the last day'],
};

/** Who stands in for somebody, from one day to another, in everything. */
export function coverActs(parts: DirectoryParts) {
  const show = personPage(parts);

  const add = async (visit: SignedInVisit): Promise<Answer> => {
    const person = idOf(visit, 'person');
    if (!person) return notFound;
    const by = whomTyped.catch('').parse(visit.form.by);
    const from = readDay(visit.form, 'from', { asked: 'the first day', needed: true });
    const to = readDay(visit.form, 'to', { asked: 'the last day', needed: true });
    const answers = { by, ...inFields('from', from.answers), ...inFields('to', to.answers) };
    const { day: startsOn } = from;
    const { day: endsOn } = to;
    const done = await visit.within(async within => {
      const whom = await findWhom(within, by, visit.today());
      const errors = [...(whomProblem(whom, 'by', by) ?? []), ...from.errors, ...to.errors];
      if (isRefused(whom) || !startsOn || !endsOn) return { errors };
      return { covered: await addCover(within, { person, by: whom.id, startsOn, endsOn }, visit.now()) };
    });
    if (!done.covered) return show(visit, { errors: done.errors, answers });
    if (!isRefused(done.covered))
      return redirect(
        personAddress(person),
        `${done.covered.by.name} covers for ${done.covered.covered.name}.`,
      );
    if (done.covered.refused === 'not-found') return notFound;
    return show(visit, { errors: fieldProblem(...WHY[done.covered.refused]), answers });
  };

  const end = async (visit: SignedInVisit): Promise<Answer> => {
    const [person, cover] = [idOf(visit, 'person'), idOf(visit, 'cover')];
    if (!person || !cover) return notFound;
    const occasion = { now: visit.now(), today: visit.today() };
    const done = await visit.within(within => endCover(within, { person, cover }, occasion));
    return isRefused(done) ? notFound : redirect(personAddress(person), 'The cover is over.');
  };

  return { add, end };
}

const inFields = (name: string, answers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).map(([part, value]) => [`${name}-${part}`, value]));
