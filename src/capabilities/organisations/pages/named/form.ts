import { z } from 'zod';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import type { NamedRefused, NamedValues } from '../../actions/named.ts';
import { NAMED, type NamedKind, nameOf } from '../../named.ts';
import { chosen, whomTyped } from '../../person-form.ts';
import { allAreas } from '../../queries/areas.ts';
import { saidArea } from '../../rules/said-area.ts';
import { findWhom, whomProblem } from '../whom.ts';

const shape = (kind: NamedKind) =>
  z.object({
    name: nameOf(kind === 'post' ? 'a title' : 'a name'),
    within: chosen,
    holder: whomTyped,
    area: whomTyped,
  });

export type NamedRead = { values?: NamedValues; errors: PageError[]; answers: Record<string, string> };

/** What a form says of a department, post, team or portfolio; a portfolio's holder is looked up by what was typed. */
export async function readNamed(
  within: Within,
  kind: NamedKind,
  form: Record<string, unknown>,
  today: Temporal.PlainDate,
): Promise<NamedRead> {
  const { value, errors, answers } = readForm(shape(kind), form);
  if (!value) return { errors, answers };
  if (kind === 'post') return readPost(within, value, answers);
  if (NAMED[kind].parent === 'department')
    return { values: { name: value.name, within: value.within }, errors: [], answers };
  if (!value.holder) return { values: { name: value.name, within: null }, errors: [], answers };
  const holder = await findWhom(within, value.holder, today);
  const problem = whomProblem(holder, 'holder', value.holder);
  if (problem) return { errors: problem, answers };
  return { values: { name: value.name, within: (holder as { id: string }).id }, errors: [], answers };
}

type Read = z.output<ReturnType<typeof shape>>;

/** The area that a post is for is looked up by what was typed, too. */
async function readPost(
  inside: Within,
  { name, within, area: text }: Read,
  answers: Record<string, string>,
): Promise<NamedRead> {
  const said = text ? saidArea(text, await allAreas(inside)) : undefined;
  if (said && 'problem' in said) return { errors: fieldProblem('area', said.problem), answers };
  return { values: { name, within, area: said?.area.id ?? null }, errors: [], answers };
}

/** Why it was not saved, at the field that says so. */
export function namedProblem(kind: NamedKind, { refused }: NamedRefused): PageError[] {
  if (refused === 'name-taken')
    return fieldProblem(
      'name',
      kind === 'post' ? POST_TAKEN : `There is a ${kind} of this name already. Look in the directory.`,
    );
  if (refused === 'no-area') return fieldProblem('area', 'Enter the name of an area that is there');
  if (refused === 'below-itself')
    return fieldProblem('within', 'A department cannot be part of itself, or of one that is part of it');
  return fieldProblem('within', 'Choose one that is offered');
}

const POST_TAKEN =
  'There is a post of this name already, in this department and for this area. Give the area that this one is for, or look in the directory.';
