import { z } from 'zod';
import { isRefused, type Refusal } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import type { PageError } from '../../../platform/govuk/frame.ts';
import { fieldProblem } from '../../../platform/http/form.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { givePart } from './actions.ts';
import { type PartOf, partRole } from './part.ts';
import { memberByEmail } from './queries.ts';

/** The form by which somebody is given a part, on the page of a plan or a department. */
export const giving = z.object({
  email: z.string().trim().min(1, 'Enter the email address that they sign in with').max(254),
  role: partRole,
  marked: z.literal('yes').optional(),
});

const UNKNOWN =
  'Nobody who works here signs in with this address. An administrator can add them, as somebody with only parts';
export const TOO_MUCH = 'You cannot give or change more than you may do here yourself';

export const standingOf = ({ who }: SignedInVisit) => ({ role: who.role, marked: who.rights.marked });

/** @returns whom it was given to, or what to say at which field */
export async function giveByEmail(
  within: Within,
  visit: SignedInVisit,
  of: PartOf,
  { email, role, marked }: z.output<typeof giving>,
): Promise<{ name: string } | { problem: PageError[] }> {
  const person = await memberByEmail(within, email);
  const wanted = person && { account: person.account, of, role, marked: marked === 'yes' };
  const done = wanted
    ? await givePart(within, standingOf(visit), wanted, visit.now())
    : ({ refused: 'not-here' } satisfies Refusal<'not-here'>);
  if (!isRefused(done)) return done;
  return {
    problem: done.refused === 'not-here' ? fieldProblem('email', UNKNOWN) : fieldProblem('role', TOO_MUCH),
  };
}
