import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type Visit } from '../../../../platform/http/visit.ts';
import { email, newPassword, personName } from '../../account.ts';
import { isFirstAccountLink, openFirstAccount } from '../../actions/first-account.ts';
import type { Door } from '../../door.ts';
import { linkOver } from '../link-over.ts';

const OVER = linkOver('Start Commsgrid again: it prints a fresh link until the first account is there.');

export function setUpPage(door: Door) {
  const { database } = door;

  const show = async ({ params, now }: Visit): Promise<Answer> =>
    (await isFirstAccountLink(database, params.token!, now())) ? view({ token: params.token! }) : OVER;

  const send = async (visit: Visit): Promise<Answer> => {
    const token = visit.params.token!;
    const now = visit.now();
    if (!(await isFirstAccountLink(database, token, now))) return OVER;
    const { value, errors, answers } = readForm(shape(visit.form), visit.form);
    if (!value) return view({ token, errors, answers }, 422);
    const opened = await openFirstAccount(database, token, value, door.whence(visit, value.email), now);
    if ('refused' in opened) return OVER;
    await door.admit(visit, opened.token, value.email);
    return redirect('/organisations/new');
  };

  return { show, send };
}

const shape = (form: Record<string, unknown>) =>
  z.object({
    name: personName,
    email,
    password: newPassword({ name: String(form.name ?? ''), email: String(form.email ?? '') }),
  });

type Facts = { token: string; errors?: PageError[]; answers?: Record<string, string> };

const view = (facts: Facts, status = 200): Answer =>
  page(
    'access/pages/set-up/page.njk',
    { answers: {}, ...facts },
    { title: 'Set up the first account' },
    status,
  );
