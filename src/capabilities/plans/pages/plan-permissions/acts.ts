import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { giveByEmail, giving, standingOf, TOO_MUCH, takePart } from '../../../access/index.ts';
import { moveToDepartment } from '../../actions/move-to-department.ts';
import { planHead } from '../../queries/plan.ts';
import { planIdOf } from '../which.ts';
import { showPermissions } from './page.ts';

/** Gives somebody a role on the plan. */
export async function givePlanPart(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  if (!plan) return notFound;
  const { value, errors, answers } = readForm(giving, visit.form);
  if (!value) return showPermissions(visit, { errors, answers });
  const done = await visit.within(async within =>
    (await planHead(within, plan)) ? giveByEmail(within, visit, { plan }, value) : undefined,
  );
  if (!done) return notFound;
  if ('problem' in done) return showPermissions(visit, { errors: done.problem, answers });
  return redirect(`/plans/${plan}/permissions`, `${done.name} has a part in this plan.`);
}

export async function takePlanPart(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  const account = z.uuid().safeParse(visit.form.account);
  if (!plan || !account.success) return notFound;
  const done = await visit.within(within =>
    takePart(within, standingOf(visit), { account: account.data, of: { plan } }, visit.now()),
  );
  if (isRefused(done))
    return done.refused === 'not-here'
      ? notFound
      : showPermissions(visit, { errors: fieldProblem('parts', TOO_MUCH) });
  return redirect(`/plans/${plan}/permissions`, `${done.name} has no part in this plan any more.`);
}

const department = z.union([z.literal(''), z.uuid()], 'Choose a department');

/** Says whose plan it is, which says who of that department may see it. */
export async function postPlanDepartment(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  if (!plan) return notFound;
  const chosen = department.safeParse(visit.form.department);
  const wrong = () => showPermissions(visit, { errors: fieldProblem('department', 'Choose a department') });
  if (!chosen.success) return wrong();
  const done = await visit.within(within =>
    moveToDepartment(within, plan, chosen.data || undefined, visit.now()),
  );
  if (!isRefused(done)) return redirect(`/plans/${plan}/permissions`, 'Saved.');
  return done.refused === 'not-found' ? notFound : wrong();
}
