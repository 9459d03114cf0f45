import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { type Answer, page, redirect, type Visit } from '../../../../platform/http/visit.ts';
import { typed } from '../../account.ts';
import { readStep } from '../../actions/letting-in.ts';
import { passStep } from '../../actions/second-step.ts';
import type { Door } from '../../door.ts';
import { localPath } from '../../rules/local-path.ts';
import { codeProblem } from '../code-problem.ts';

const shape = z.object({ code: typed('Enter the code') });

/** After the password: the code. Nobody is signed in until it was right. */
export function secondStepPage(door: Door) {
  const { database, step } = door;
  const again = (to: string, notice?: string): Answer =>
    redirect(`/sign-in?to=${encodeURIComponent(to)}`, notice);

  const show = async (visit: Visit): Promise<Answer> => {
    const to = localPath(visit.query.to);
    const token = step.read(visit);
    const open = token && (await database.beforeOrganisation(db => readStep(db, token, visit.now())));
    return open ? view({ to, recovery: visit.query.with === 'recovery-code' }) : again(to);
  };

  const send = async (visit: Visit): Promise<Answer> => {
    const to = localPath(visit.form.to);
    const recovery = visit.form.with === 'recovery-code';
    const token = step.read(visit);
    const now = visit.now();
    const open = token && (await database.beforeOrganisation(db => readStep(db, token, now)));
    if (!open) return again(to, OVER);
    const { value, errors } = readForm(shape, visit.form);
    if (!value) return view({ to, recovery, errors }, 422);
    const attempt = {
      step: token,
      typed: value.code,
      guess: (account: string) => door.guessCode(visit, { id: account, email: open.email }),
      whence: door.whence(visit, open.email),
    };
    const passed = await passStep(door, attempt, now);
    if ('refused' in passed) {
      if (passed.refused === 'step-over') return again(to, OVER);
      return view({ to, recovery, errors: codeProblem(passed, now) }, 422);
    }
    step.clear(visit);
    await door.admit(visit, passed.token, open.email);
    return redirect(to);
  };

  return { show, send };
}

const OVER =
  'It took too long, or there were too many wrong codes. Enter your password again, then a new code.';

const view = (facts: { to: string; recovery: boolean; errors?: PageError[] }, status = 200): Answer =>
  page(
    'access/pages/second-step/page.njk',
    facts,
    { title: facts.recovery ? 'Enter a recovery code' : 'Enter the code from your app' },
    status,
  );
