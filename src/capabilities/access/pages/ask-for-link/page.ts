import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, type Visit } from '../../../../platform/http/visit.ts';
import { email } from '../../account.ts';
import { type Asked, askForLink } from '../../actions/asked-links.ts';
import type { Door } from '../../door.ts';
import { inFullTenths } from '../../even-time.ts';
import { waitSentence } from '../../rules/slowing.ts';

const shape = z.object({ email });

/** A link by email, to sign in with or to choose a new password. What is answered tells nobody who has an account. */
export function askForLinkPage(door: Door, asked: Asked) {
  const show = (): Answer => view(asked, {});

  const send = async (visit: Visit): Promise<Answer> => {
    const { value, errors, answers } = readForm(shape, visit.form);
    if (!value) return view(asked, { errors, answers }, 422);
    const now = visit.now();
    const attempt = {
      email: value.email,
      guess: door.guessLink(visit, value.email),
      whence: door.whence(visit, value.email),
    };
    const wait = await inFullTenths(() => askForLink(door.database, asked, attempt, now));
    if (!wait) return sent(asked, value.email);
    return view(asked, { answers, errors: fieldProblem('email', waitSentence(wait.waitUntil, now)) }, 422);
  };

  return { show, send };
}

type Words = { path: string; title: string; sub: string; button: string; lasts: string };

const WORDS: Record<Asked, Words> = {
  'sign-in': {
    path: '/sign-in/link',
    title: 'Sign in with a link',
    sub: 'We send you a link by email, where your organisation allows it. Open it in this browser.',
    button: 'Send me a link',
    lasts: '15 minutes',
  },
  reset: {
    path: '/sign-in/forgotten',
    title: 'Forgotten password',
    sub: 'We send you a link by email, with which you choose a new password.',
    button: 'Send me a link',
    lasts: 'an hour',
  },
};

type Facts = { answers?: Record<string, string>; errors?: PageError[] };

const view = (asked: Asked, facts: Facts, status = 200): Answer =>
  page(
    'access/pages/ask-for-link/page.njk',
    { answers: {}, ...facts, words: WORDS[asked] },
    { title: WORDS[asked].title },
    status,
  );

const sent = (asked: Asked, address: string): Answer =>
  page('access/pages/ask-for-link/sent.njk', { address, words: WORDS[asked] }, { title: 'Check your email' });
