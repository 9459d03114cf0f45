import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../../platform/http/form.ts';
import { type AnswerField, type FieldSaid, LONGEST_NOTE } from '../../request.ts';
import type { Problem } from '../../words/speaking.ts';

/** Of people, homes, leaflets: whatever somebody counts. */
const GREATEST = 1_000_000;

/** What was put into the fields of an answer: none of them has to be filled in. */
export function readFields(
  form: Record<string, unknown>,
  fields: readonly AnswerField[],
  problem: Problem,
): { said: FieldSaid[]; answers: Record<string, string>; errors: PageError[] } {
  const typed = fields.map(field => {
    const value = form[field.name];
    return { ...field, value: typeof value === 'string' ? value.trim() : '' };
  });
  return {
    said: typed
      .filter(({ value }) => value)
      .map(({ name, value, as }) => ({ name, value: asSaid(as, value) })),
    answers: Object.fromEntries(typed.map(({ name, value }) => [name, value])),
    errors: typed.flatMap(field => problemsOf(field, problem)),
  };
}

/** "1,200" is a number too. */
const asSaid = (as: AnswerField['as'], value: string): string =>
  as === 'number' ? value.replace(/[\s,]/g, '') : value;

function problemsOf({ name, as, value }: AnswerField & { value: string }, problem: Problem): PageError[] {
  if (as === 'number' && value)
    return /^\d{1,7}$/.test(asSaid(as, value)) && Number(asSaid(as, value)) <= GREATEST
      ? []
      : fieldProblem(name, problem('wholeNumber'));
  return value.length > LONGEST_NOTE
    ? fieldProblem(name, problem('tooLong', { most: LONGEST_NOTE.toLocaleString('en-GB') }))
    : [];
}
