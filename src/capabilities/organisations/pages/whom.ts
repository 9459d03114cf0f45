import { isRefused, type Refusal } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { PageError } from '../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../platform/http/form.ts';
import { type Called, peopleCalled } from '../queries/people.ts';
import { whomOf } from '../rules/whom.ts';

export type Whom = Called | Refusal<'nobody' | 'several'>;

/** Whom somebody typed into a field: a name, or an email address. */
export const findWhom = async (within: Within, text: string, today: Temporal.PlainDate): Promise<Whom> =>
  whomOf(text ? await peopleCalled(within, text) : [], text, today);

/** Why a field names nobody; undefined where it names somebody. */
export function whomProblem(whom: Whom, field: string, text: string): PageError[] | undefined {
  if (!isRefused(whom)) return undefined;
  if (!text) return fieldProblem(field, 'Enter a name or an email address');
  return fieldProblem(
    field,
    whom.refused === 'nobody'
      ? `Nobody in the directory is called ${text}. Enter the name as it stands there, or the email address`
      : `Several people are called ${text}. Enter the email address of the one you mean`,
  );
}
