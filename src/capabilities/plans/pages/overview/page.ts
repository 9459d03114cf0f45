import type { Within } from '../../../../platform/database/database.ts';
import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { countChanges } from '../../queries/changes-since.ts';
import { agreementsOf } from '../../queries/governance.ts';
import {
  busiestOwners,
  gapsIn,
  linesByMonth,
  linesByState,
  linesByTiming,
  movedByWeek,
} from '../../queries/overview.ts';
import { planAround } from '../../queries/plan.ts';
import { sinceWords } from '../governance/page.ts';
import { factBar } from '../lines-list/facts.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';
import { gapRows, monthRows, ownerRows, stateRows, timingRows, weekBars } from './drawn.ts';

/** More owners are found in the list. */
const MOST_OWNERS = 15;

/** A plan drawn: states, owners, times, gaps and how it came along, each with its table, each figure opening onto its lines. */
export async function overviewPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const loaded = id && (await visit.within(within => load(within, id, visit)));
  return loaded ? show(visit, loaded) : notFound;
}

async function load(within: Within, id: string, visit: SignedInVisit) {
  const plan = await planAround(within, id, {});
  if (!plan) return undefined;
  const zone = visit.who.organisation.timeZone;
  const about = { plan: id, today: visit.today().toString() };
  const [states, owners, timings, months, gaps, moved, agreements, kept] = await Promise.all([
    linesByState(within, id),
    busiestOwners(within, id, MOST_OWNERS),
    linesByTiming(within, id),
    linesByMonth(within, id, visit.today()),
    gapsIn(within, id),
    movedByWeek(within, id, zone),
    agreementsOf(within, id),
    visit.panel(within, 'adherence of a plan', about),
  ]);
  const [agreed] = agreements;
  const since = agreed && (await countChanges(within, id, agreed.stoodAt));
  return { plan, states, owners, timings, months, gaps, moved, agreed, since, kept };
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

function show(visit: SignedInVisit, loaded: Loaded): Answer {
  const { plan, states, owners, timings, months, gaps, moved, agreed, since, kept } = loaded;
  const list = `/plans/${plan.id}`;
  const { tallies } = plan;
  const unowned = tallies.unowned;
  const facts = {
    plan,
    facts: factBar(list, tallies),
    states: stateRows(list, states),
    owners: ownerRows(list, owners, unowned),
    moreOwners: plan.owners.length > owners.length,
    timings: timingRows(list, timings),
    months: monthRows(list, months, visit.today()),
    gaps: gapRows(list, { ...gaps, ...tallies }),
    weeks: weekBars(moved, visit.today()),
    agreed: agreed && { ...agreed, since: since && sinceWords(since) },
    kept,
  };
  return page('plans/pages/overview/overview.njk', facts, {
    title: `Overview – ${plan.title}`,
    trail: [PLANS, { text: plan.title, href: list }, { text: 'Overview' }],
    marking: shownMarking(plan.marking),
  });
}
