import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { fieldProblem, readForm } from '../../../../platform/http/form.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { givePart, memberByEmail, partRole, takePart } from '../../../access/index.ts';
import { moveToDepartment } from '../../actions/move-to-department.ts';
import { planHead } from '../../queries/plan.ts';
import { planIdOf } from '../which.ts';
import { showPermissions } from './page.ts';

const giving = z.object({
  email: z.string().trim().min(1, 'Enter the email address that they sign in with').max(254),
  role: partRole,
  marked: z.literal('yes').optional(),
});

const UNKNOWN =
  'Nobody who works here signs in with this address. An administrator can add them, as somebody with only parts';
const TOO_MUCH = 'You cannot give or change more than you may do here yourself';

const standing = ({ who }: SignedInVisit) => ({ role: who.role, marked: who.rights.marked });

/** Gives somebody a role on the plan. */
export async function givePlanPart(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  if (!plan) return notFound;
  const { value, errors, answers } = readForm(giving, visit.form);
  if (!value) return showPermissions(visit, { errors, answers });
  const done = await visit.within(async within => {
    if (!(await planHead(within, plan))) return undefined;
    const person = await memberByEmail(within, value.email);
    if (!person) return { refused: 'not-here' as const };
    const wanted = {
      account: person.account,
      of: { plan },
      role: value.role,
      marked: value.marked === 'yes',
    };
    return givePart(within, standing(visit), wanted, visit.now());
  });
  if (!done) return notFound;
  if (!isRefused(done))
    return redirect(`/plans/${plan}/permissions`, `${done.name} has a part in this plan.`);
  const problem =
    done.refused === 'not-here' ? fieldProblem('email', UNKNOWN) : fieldProblem('role', TOO_MUCH);
  return showPermissions(visit, { errors: problem, answers });
}

export async function takePlanPart(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  const account = z.uuid().safeParse(visit.form.account);
  if (!plan || !account.success) return notFound;
  const done = await visit.within(within =>
    takePart(within, standing(visit), { account: account.data, of: { plan } }, visit.now()),
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
