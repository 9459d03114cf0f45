import type { PageError } from '../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../platform/http/form.ts';
import type { CodeRefusal } from '../actions/authenticator.ts';
import { waitSentence } from '../rules/slowing.ts';

/** Why a code was not taken, and what to do about it. */
export function codeProblem(refusal: CodeRefusal, now: Temporal.Instant): PageError[] {
  switch (refusal.refused) {
    case 'wait':
      return fieldProblem('code', waitSentence(refusal.until, now));
    case 'used':
      return fieldProblem(
        'code',
        'This code was used already. Wait until the app shows another one, then enter that',
      );
    case 'wrong':
      return fieldProblem('code', 'This code is not right. Enter the one that the app shows now');
  }
}
