import type { PageError } from '../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../platform/http/form.ts';
import type { PasswordRefusal } from '../actions/sign-in.ts';
import { waitSentence } from '../rules/slowing.ts';

/** Why the password that somebody at work said again was not taken. */
export function passwordProblem(field: string, refusal: PasswordRefusal, now: Temporal.Instant): PageError[] {
  if (refusal.refused === 'wrong') return fieldProblem(field, 'This is not the password you have now');
  return fieldProblem(field, waitSentence(refusal.until, now));
}
