import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { planHead } from '../../queries/plan.ts';
import { linePage } from '../line/page.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';
import { loadTalk, type TypedTalk, talkFacts } from './talk.ts';

/** The page on which a record's comments and files stand: the line's own, or the plan's page for them. */
export const showRecord = (visit: SignedInVisit, typed: TypedTalk): Promise<Answer> =>
  visit.params.line === undefined ? planTalk(visit, typed) : linePage(visit, typed);

export const planTalkPage = (visit: SignedInVisit): Promise<Answer> => planTalk(visit);

/** What was said of a plan as a whole, and the files that were put with it. */
async function planTalk(visit: SignedInVisit, typed?: TypedTalk): Promise<Answer> {
  const id = planIdOf(visit);
  const found =
    id &&
    (await visit.within(async within => {
      const plan = await planHead(within, id);
      if (!plan) return undefined;
      return { plan, talk: await loadTalk(within, { kind: 'plan', id }) };
    }));
  if (!found) return notFound;
  const { plan, talk } = found;
  return page(
    'plans/pages/record/plan-talk.njk',
    { plan, talk: talkFacts(visit, `/plans/${plan.id}`, talk, typed), errors: typed?.errors },
    {
      title: `Comments and files – ${plan.title}`,
      trail: [PLANS, { text: plan.title, href: `/plans/${plan.id}` }, { text: 'Comments and files' }],
      marking: shownMarking(plan.marking),
    },
    typed ? 422 : 200,
  );
}
