import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, type ArrivingVisit, page, redirect } from '../../../../platform/http/visit.ts';
import { typed } from '../../account.ts';
import { type Proofs, proofsOf, proveByCode, proveByPassword } from '../../actions/proving.ts';
import type { Door } from '../../door.ts';
import { localPath } from '../../rules/local-path.ts';
import { codeProblem } from '../code-problem.ts';
import { passwordProblem } from '../password-problem.ts';

const SHAPES = {
  code: z.object({ code: typed('Enter the code') }),
  password: z.object({ password: typed('Enter your password') }),
};

/** Before a dangerous act: is it still you? By a code where there is an app, else by the password. */
export function provePage(door: Door) {
  const proofs = ({ who }: ArrivingVisit) =>
    door.database.beforeOrganisation(db => proofsOf(db, who.account.id));

  const show = async (visit: ArrivingVisit): Promise<Answer> =>
    view(visit, await proofs(visit), { to: localPath(visit.query.to) });

  const send = async (visit: ArrivingVisit): Promise<Answer> => {
    const to = localPath(visit.form.to);
    const has = await proofs(visit);
    if (!has.authenticator && !has.password) return view(visit, has, { to });
    const result = has.authenticator ? await byCode(visit) : await byPassword(visit);
    if ('errors' in result) return view(visit, has, { to, errors: result.errors }, 422);
    door.keep(visit, result.token);
    return redirect(to);
  };

  const byCode = async (visit: ArrivingVisit): Promise<Outcome> => {
    const { value, errors } = readForm(SHAPES.code, visit.form);
    if (!value) return { errors };
    const { account } = visit.who;
    const given = {
      guess: door.guessCode(visit, account),
      attempt: door.attempt(visit, account.email),
      typed: value.code,
    };
    const proven = await proveByCode(
      door,
      { account, token: door.session.read(visit.request)! },
      given,
      visit.now(),
    );
    if ('token' in proven) return proven;
    return { errors: proven.refused === 'session-over' ? OVER : codeProblem(proven, visit.now()) };
  };

  const byPassword = async (visit: ArrivingVisit): Promise<Outcome> => {
    const { value, errors } = readForm(SHAPES.password, visit.form);
    if (!value) return { errors };
    const { account } = visit.who;
    const given = { attempt: door.attempt(visit, account.email), password: value.password };
    const proven = await proveByPassword(
      door,
      { account, token: door.session.read(visit.request)! },
      given,
      visit.now(),
    );
    if ('token' in proven) return proven;
    return {
      errors: proven.refused === 'session-over' ? OVER : passwordProblem('password', proven, visit.now()),
    };
  };

  return { show, send };
}

type Outcome = { token: string } | { errors: PageError[] };

const OVER = fieldProblem('form', 'You were signed out meanwhile. Sign in again.');

const view = (
  { who }: ArrivingVisit,
  proofs: Proofs,
  facts: { to: string; errors?: PageError[] },
  status = 200,
): Answer =>
  page(
    'access/pages/prove/page.njk',
    { ...facts, proofs, account: who.account },
    { title: 'Is it still you?' },
    status,
  );
