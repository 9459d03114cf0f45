import type { Within } from '../../../../platform/database/database.ts';
import {
  type Answer,
  mayAs,
  notFound,
  page,
  type SignedInVisit,
  timesOf,
} from '../../../../platform/http/visit.ts';
import type { Section } from '../../queries/facts.ts';
import type { LineInPlan } from '../../queries/line.ts';
import type { ListedLine } from '../../queries/lines.ts';
import { type PlanAround, planAround } from '../../queries/plan.ts';
import { type SeldomChoices, seldomChoices } from '../../queries/seldom-choices.ts';
import { viewsBeside } from '../../queries/views.ts';
import type { Asked } from '../../rules/asked.ts';
import { listOf, readAsked } from '../../rules/asked-address.ts';
import { exportAddress } from '../../rules/export/address.ts';
import { withTimesMarked } from '../../rules/times-told.ts';
import { inWordsDated } from '../../rules/when-dated.ts';
import { KIND_WORDS } from '../../rules/words.ts';
import type { View } from '../../view.ts';
import { lineToEdit } from '../lines-list/edit-row.ts';
import { factBar } from '../lines-list/facts.ts';
import { filterFacts, isUnfolded } from '../lines-list/filters.ts';
import { type FoundLines, findLines } from '../lines-list/find.ts';
import { planListing } from '../lines-list/listing.ts';
import { pagingFacts } from '../lines-list/paging.ts';
import { type Listing, listTables } from '../lines-list/tables.ts';
import { viewBar } from '../lines-list/views.ts';
import { workingOn } from '../lines-list/working.ts';
import { notePlanPage } from '../note-reads.ts';
import { mayEverywhere } from '../updating.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';

/** A plan in the shape of its document's tables, as much of it as is asked for. */
export async function planPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  if (!id) return notFound;
  const asked = { ...readAsked(visit.query, visit.who.organisation.timeZone, visit.today()), plan: id };
  const loaded = await visit.within(within => load(within, visit, id, asked));
  return loaded ? show(visit, loaded) : notFound;
}

type Loaded = {
  plan: PlanAround;
  listing: Listing;
  found: FoundLines;
  views: View[];
  seldom?: SeldomChoices;
  editing?: LineInPlan;
};

async function load(
  within: Within,
  visit: SignedInVisit,
  id: string,
  asked: Asked,
): Promise<Loaded | undefined> {
  const plan = await planAround(within, id, asked);
  if (!plan) return undefined;
  const listing = planListing({ list: listOf(id), asked, times: timesOf(visit) }, plan.sections);
  const [found, views] = await Promise.all([
    findLines(within, listing.asked, plan, listing.cells),
    viewsBeside(within, id, visit.who.account.id),
  ]);
  const seldom = isUnfolded(listing.asked) ? await seldomChoices(within, asked) : undefined;
  const editing = await lineToEdit(within, visit, found.lines);
  await notePlanPage(within, visit, plan, found.lines);
  return { plan, listing, found, views, seldom, editing };
}

function timesMarked(lines: ListedLine[], sections: Section[]): ListedLine[] {
  const known = new Map(sections.map(section => [section.id, section]));
  return lines.map(line => {
    const section = known.get(line.section);
    return section ? withTimesMarked(line, section) : line;
  });
}

function show(visit: SignedInVisit, { plan, listing, found, views, seldom, editing }: Loaded): Answer {
  const { list, asked } = listing;
  const tables = listTables(timesMarked(found.lines, plan.sections), listing);
  const { sections, owners } = plan;
  const { rows, ...working } = workingOn(visit, listing, { total: found.total, editing });
  const facts = {
    plan,
    kind: KIND_WORDS[plan.kind],
    dated: plan.dated && inWordsDated(plan.dated),
    changed: plan.changedAt.toZonedDateTimeISO(visit.who.organisation.timeZone).toPlainDate(),
    marking: shownMarking(plan.marking),
    asked,
    facts: factBar(list, plan.tallies),
    views: viewBar(list, asked, views, visit.who),
    filters: filterFacts(listing, { sections, owners, seldom }),
    tables: tables.map(table => ({ ...table, rows: rows(table) })),
    ...working,
    paging: pagingFacts(list, asked, found),
    exportHref: exportAddress(list, asked),
    mayEdit: mayAs(visit.who.role, 'editor'),
    mayBringIn: mayEverywhere(visit, 'bring-in'),
  };
  return page('plans/pages/plan/plan.njk', facts, {
    title: plan.title,
    trail: [PLANS, { text: plan.title }],
    marking: facts.marking,
  });
}
