import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type Visit } from '../../../../platform/http/visit.ts';
import { typed } from '../../account.ts';
import { linksOffered } from '../../actions/asked-links.ts';
import { anyAccount } from '../../actions/first-account.ts';
import { type PasswordRefusal, signIn } from '../../actions/sign-in.ts';
import type { Door } from '../../door.ts';
import { recognise } from '../../recognise.ts';
import { localPath } from '../../rules/local-path.ts';
import { waitSentence } from '../../rules/slowing.ts';
import { type Offer, offerFor, offers } from '../../sign-on/offers.ts';
import { domainOf } from '../../sign-on/rules/coming-in.ts';

const shape = z.object({
  email: typed('Enter your email address').trim().toLowerCase(),
  password: typed('Enter your password'),
});

export function signInPage(door: Door) {
  const { database, session } = door;
  const ways = () =>
    database.beforeOrganisation(async db => ({ ways: await offers(db), links: await linksOffered(db) }));
  /** The sign-on that people with such an address come in by; told once they leave the password empty. */
  const wayOf = (email: string) =>
    database.beforeOrganisation(db => offerFor(db, door.settings, email.trim()));

  const show = async ({ request, query, now }: Visit): Promise<Answer> => {
    const to = localPath(query.to);
    const token = session.read(request);
    if (token && (await recognise(database, token, now()))) return redirect(to);
    const notSetUp = !(await database.beforeOrganisation(anyAccount));
    return view({ to, notSetUp, ...(await ways()) });
  };

  const send = async (visit: Visit): Promise<Answer> => {
    const to = localPath(visit.form.to);
    const { value, errors, answers } = readForm(shape, visit.form);
    const theirs = visit.form.password ? undefined : await wayOf(answers.email ?? '');
    if (theirs) return view({ to, answers, ways: [theirs], theirs: domainOf(answers.email!) });
    if (!value) return view({ to, errors, answers, ...(await ways()) }, 422);
    const now = visit.now();
    const answer = await signIn(database, door.attempt(visit, value.email), value, now);
    if ('refused' in answer)
      return view({ to, answers, errors: problem(answer, now), ...(await ways()) }, 422);
    return door.goOn(visit, answer, value.email, to);
  };

  return { show, send };
}

type Facts = {
  to: string;
  notSetUp?: boolean;
  errors?: PageError[];
  answers?: Record<string, string>;
  ways: Offer[];
  /** Whether there is anybody whom a link by email lets in. */
  links?: boolean;
  theirs?: string;
};

const view = (facts: Facts, status = 200): Answer =>
  page('access/pages/sign-in/page.njk', { answers: {}, ...facts }, { title: 'Sign in' }, status);

/** Does not say which of the two was wrong: that would tell a stranger who has an account. */
function problem(refusal: PasswordRefusal, now: Temporal.Instant): PageError[] {
  if (refusal.refused === 'wrong')
    return fieldProblem(
      'email',
      'This email address and password do not belong together. Check both, then try again.',
    );
  return fieldProblem('email', waitSentence(refusal.until, now));
}
