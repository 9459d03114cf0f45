import type { PageError } from '../../../../platform/govuk/frame.ts';
import { dayAnswers } from '../../../../platform/http/day-field.ts';
import type { Held } from '../../keeps-people.ts';
import type { Person } from '../../person.ts';
import type { HandedOver } from '../../queries/leaving.ts';
import { allField, EVERYTHING, noneField, oneField, unsaid } from '../../rules/handing-over.ts';

type Answers = Record<string, string>;

/** What somebody has, kind by kind, with the fields that say who takes it. */
export const kindsShown = (held: Held[], answers: Answers, errors: PageError[]): object[] =>
  held.map(({ kind, title, taker, total, things, untaken }) => ({
    ...{ title, taker, total, untaken },
    field: allField(kind),
    value: answers[allField(kind)],
    noneName: noneField(kind),
    noneError: problemAt(errors, noneField(kind)),
    nobody: Boolean(answers[noneField(kind)]),
    more: total - things.length,
    things: things.map(thing => {
      const field = oneField(kind, thing.id);
      return { ...thing, field, value: answers[field], error: problemAt(errors, field) };
    }),
  }));

const problemAt = (errors: PageError[], field: string): string | undefined =>
  errors.find(({ href }) => href === `#${field}`)?.text;

/** What was decided before, as the fields say it. */
export const answersOf = (decided: HandedOver[], { endsOn }: Person): Answers => {
  const { day, month, year } = dayAnswers(endsOn);
  return {
    ...Object.fromEntries(decided.map(fieldOf)),
    ...{ 'ends-day': day, 'ends-month': month, 'ends-year': year },
  };
};

function fieldOf({ kind, thing, name, person, owner }: HandedOver): [string, string] {
  if (kind === EVERYTHING) return [EVERYTHING, name];
  if (!person && !owner) return [noneField(kind), 'yes'];
  return [thing ? oneField(kind, thing) : allField(kind), name];
}

/** What nobody takes yet, in words for the middle of a sentence; '' where there is nothing of the kind. */
export function untakenWords(
  held: Held[],
  decided: { kind: string; thing: string | null; to: unknown }[],
): string {
  const everything = decided.some(({ kind }) => kind === EVERYTHING);
  const said = decided.filter(({ to }) => to !== null);
  const left = everything
    ? held.filter(({ kind }) => decided.some(one => one.kind === kind && one.to === null))
    : unsaid(held, said).filter(({ kind, total }) => said.filter(one => one.kind === kind).length < total);
  const titles = left.map(({ title }) => title[0]!.toLowerCase() + title.slice(1));
  return titles.length > 1 ? `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}` : (titles[0] ?? '');
}
