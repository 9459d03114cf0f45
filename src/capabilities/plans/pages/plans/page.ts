import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, mayAs, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import {
  countPlans,
  type ListedPlan,
  listPlans,
  PLANS_ON_A_PAGE,
  type PlansAsked,
} from '../../queries/plans.ts';
import { KIND_WORDS } from '../../rules/words.ts';
import { shownMarking } from '../which.ts';

/** With fewer plans than this nobody needs to search. */
const MANY = 10;

export async function plansPage(visit: SignedInVisit): Promise<Answer> {
  const asked = readPlansAsked(visit.query);
  const { plans, counts } = await visit.within(async within => ({
    counts: await countPlans(within, asked.words),
    plans: await listPlans(within, asked),
  }));
  const zone = visit.who.organisation.timeZone;
  const paging = pageLinks({ total: counts.found, page: asked.page, size: PLANS_ON_A_PAGE }, number =>
    plansAddress({ ...asked, page: number }),
  );
  const facts = {
    asked,
    all: counts.all,
    searchable: counts.all > MANY || Boolean(asked.words),
    plans: plans.map(plan => shown(plan, zone)),
    columns: columns(asked),
    paging,
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('plans/pages/plans/plans.njk', facts, { title: 'Plans' });
}

function readPlansAsked(query: SignedInVisit['query']): PlansAsked {
  const words = typeof query.q === 'string' ? query.q.replaceAll('\0', '').trim().slice(0, 200) : '';
  const order = query.sort === 'title' ? 'title' : 'changed';
  const page = Math.min(Math.max(1, Math.trunc(Number(query.page)) || 1), 10_000);
  return { ...(words && { words }), order, page };
}

function plansAddress({ words, order, page }: PlansAsked): string {
  const said = { q: words ?? '', sort: order === 'title' ? order : '', page: page > 1 ? String(page) : '' };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value));
  return query.size ? `/plans?${query}` : '/plans';
}

function columns(asked: PlansAsked): object[] {
  const sort = (order: PlansAsked['order'], direction: string) => ({
    href: plansAddress({ ...asked, order, page: 1 }),
    ...(asked.order === order && { direction }),
  });
  return [
    { text: 'Plan', sort: sort('title', 'ascending') },
    ...['Lines', 'Complete', 'Without owner', 'Without date', 'With doubts'].map(text => ({
      text,
      number: true,
    })),
    { text: 'Last changed', sort: sort('changed', 'descending') },
  ];
}

const shown = (plan: ListedPlan, zone: string) => ({
  ...plan,
  kind: KIND_WORDS[plan.kind],
  marking: shownMarking(plan.marking),
  changed: plan.changedAt.toZonedDateTimeISO(zone).toPlainDate(),
});
