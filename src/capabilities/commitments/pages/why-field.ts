import type { PageError } from '../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../platform/http/form.ts';

const LONGEST = 500;

export const SAY_WHY = 'Say why, in a sentence';

/** Why dates are moved or put off: whoever looks for them where they stood reads it. */
export function readWhy(form: Record<string, unknown>): { why: string; errors: PageError[] } {
  const why = typeof form.why === 'string' ? form.why.trim() : '';
  const tooLong = why.length > LONGEST ? fieldProblem('why', `Write ${LONGEST} characters or fewer`) : [];
  return { why, errors: why ? tooLong : fieldProblem('why', SAY_WHY) };
}
