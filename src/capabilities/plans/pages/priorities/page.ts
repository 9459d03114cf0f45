import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type ListedPriority, PRIORITY_KIND_WORDS } from '../../priority.ts';
import { plansByServing } from '../../queries/lines-serving.ts';
import { listPriorities } from '../../queries/priorities.ts';
import { PLANS } from '../which.ts';

/** What the organisation wants and wants understood, with what is done for it, and what is done for nothing of it. */
export async function prioritiesPage(visit: SignedInVisit): Promise<Answer> {
  const { priorities, plans } = await visit.within(async within => ({
    priorities: await listPriorities(within),
    plans: await plansByServing(within),
  }));
  const used = priorities.filter(({ ended }) => !ended);
  const lines = plans.reduce((sum, plan) => sum + plan.lines, 0);
  const serving = plans.reduce((sum, plan) => sum + plan.serving, 0);
  const facts = {
    priorities: priorities.map(shown),
    used: used.length,
    unserved: used.filter(one => !one.lines).length,
    lines,
    unserving: lines - serving,
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('plans/pages/priorities/priorities.njk', facts, {
    title: 'Priorities and messages',
    trail: [PLANS, { text: 'Priorities and messages' }],
  });
}

const shown = (priority: ListedPriority) => ({ ...priority, kindWords: PRIORITY_KIND_WORDS[priority.kind] });
