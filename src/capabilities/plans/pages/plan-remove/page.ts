import { z } from 'zod';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import { readForm } from '../../../../platform/http/form.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { removePlan, restorePlan } from '../../actions/remove-plan.ts';
import { type PlanHead, planHead } from '../../queries/plan.ts';
import { reasonAsked } from '../reason.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';

const shape = z.object({ reason: reasonAsked('Say why the plan is removed') });

/** Asks why, before a plan is taken out with all its lines. */
export async function removePlanPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const plan = id && (await visit.within(within => planHead(within, id)));
  return plan ? show(plan, {}) : notFound;
}

export async function takePlanOut(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  if (!id) return notFound;
  const { value, errors, answers } = readForm(shape, visit.form);
  return visit.within(async within => {
    const plan = await planHead(within, id);
    if (!plan) return notFound;
    if (!value) return show(plan, { errors, reason: answers.reason }, 422);
    const done = await removePlan(within, { id, reason: value.reason }, visit.now());
    if ('refused' in done) return notFound;
    return {
      kind: 'redirect',
      to: '/plans',
      notice: {
        kind: 'success',
        text: `${done.title} is removed.`,
        undo: { text: 'Put it back', action: `/plans/${id}/restore` },
      },
    };
  });
}

/** The one address of a removed plan that is still there. */
export async function putPlanBack(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const done = id && (await visit.within(within => restorePlan(within, id, visit.now())));
  if (!done || 'refused' in done) return notFound;
  return redirect(`/plans/${id}`, `${done.title} is back, with all its lines.`);
}

function show(plan: PlanHead, shown: { reason?: string; errors?: PageError[] }, status = 200): Answer {
  const here = `/plans/${plan.id}`;
  return page(
    'plans/pages/plan-remove/remove.njk',
    { ...shown, plan, hrefs: { plan: here, remove: `${here}/remove` } },
    {
      title: `Remove ${plan.title}`,
      trail: [PLANS, { text: plan.title, href: here }, { text: 'Remove' }],
      marking: shownMarking(plan.marking),
    },
    status,
  );
}
