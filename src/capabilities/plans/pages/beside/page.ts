import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { besideOf, planHead } from '../../queries/plan.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';

/** What the document says besides the lines of its tables, every word with the place it stood in. */
export async function besidePage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const found =
    id &&
    (await visit.within(async within => {
      const plan = await planHead(within, id);
      if (!plan) return undefined;
      return { plan, beside: await besideOf(within, id) };
    }));
  if (!found) return notFound;
  const { plan, beside } = found;
  const { clauses = [], audiences = [], channels = [], remainder = [] } = beside;
  return page(
    'plans/pages/beside/beside.njk',
    { plan, beside: { clauses, audiences, channels, remainder } },
    {
      title: `Also in the document – ${plan.title}`,
      trail: [PLANS, { text: plan.title, href: `/plans/${plan.id}` }, { text: 'Also in the document' }],
      marking: shownMarking(plan.marking),
    },
  );
}
