import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { removedPlans } from '../../queries/removed.ts';
import { PLANS } from '../which.ts';

/** The plans that were taken out, from where they can be put back. */
export async function removedPlansPage(visit: SignedInVisit): Promise<Answer> {
  const plans = await visit.within(within => removedPlans(within));
  const facts = {
    plans,
    mayEdit: mayAs(visit.who.role, 'editor'),
    zone: visit.who.organisation.timeZone,
  };
  return page('plans/pages/plans-removed/removed.njk', facts, {
    title: 'Removed plans',
    trail: [PLANS, { text: 'Removed plans' }],
  });
}
