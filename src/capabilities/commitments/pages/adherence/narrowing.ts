import type { Choices, Named } from '../../queries/occurrence-choices.ts';
import { chipsOf, selectsOf } from '../occurrences/filters.ts';
import { ADHERENCE, type Asked, adherenceOf } from './asked.ts';

/** The form by which less is counted, and what is on of it. The days stay: they are chosen above, or typed. */
export function narrowing(asked: Asked, choices: Choices, named: Named): object {
  const { from: _from, by: _by, along: _along, ...filter } = asked;
  const chips = chipsOf(filter, choices, named, part => adherenceOf({ ...asked, ...part }));
  return {
    action: ADHERENCE,
    selects: selectsOf(asked, choices),
    kept: { promise: asked.promise, for: asked.for, along: asked.along },
    active: chips,
    clearHref: adherenceOf({ from: asked.from, by: asked.by, along: asked.along }),
  };
}
