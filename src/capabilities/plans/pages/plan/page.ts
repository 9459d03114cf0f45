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
import {
  countMatching,
  type LinesPage,
  linesPage,
  linesWithWords,
  MOST_COUNTED,
  type Which,
} from '../../queries/lines.ts';
import { type PlanAround, planAround } from '../../queries/plan.ts';
import { type Asked, readAsked } from '../../rules/asked.ts';
import { inWordsDated } from '../../rules/when-dated.ts';
import { KIND_WORDS } from '../../rules/words.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';
import { factBar, filterFacts, pagingFacts } from './around.ts';
import { drawRows } from './rows.ts';
import { cellsOf, inDocumentOrder, type ListTable, listTables } from './tables.ts';

/** A plan in the shape of its document's tables, as much of it as is asked for. */
export async function planPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  if (!id) return notFound;
  const asked = readAsked(visit.query);
  const loaded = await visit.within(within => load(within, id, asked));
  return loaded ? show(visit, asked, loaded) : notFound;
}

type Loaded = { plan: PlanAround; listed: Section[]; found: LinesPage; total: number };

async function load(within: Within, id: string, asked: Asked): Promise<Loaded | undefined> {
  const plan = await planAround(within, id, asked);
  if (!plan) return undefined;
  const listed = plan.sections.filter(section => !asked.section || section.id === asked.section);
  const { which, total } = await howMany(within, plan, asked);
  const found = await linesPage(within, id, { ...asked, ...which }, cellsOf({ asked, sections: listed }));
  return { plan, listed, found, total };
}

/** Kept tallies say it exactly where they can; else lines are counted, up to a thousand. */
async function howMany(
  within: Within,
  { id, tallies, owners }: PlanAround,
  asked: Asked,
): Promise<{ which: Which; total: number }> {
  const { section, owner, state, only, words } = asked;
  const alone = !section && !state && !only;
  if (words) {
    const page = alone && !owner && inDocumentOrder(asked) ? { cursor: asked.cursor } : undefined;
    const { count, ids } = await linesWithWords(within, id, words, page);
    const which = count > MOST_COUNTED ? {} : { among: ids };
    const total = alone && !owner ? count : await countMatching(within, id, { ...asked, ...which });
    return { which, total };
  }
  if (!owner) return { which: {}, total: tallies.matching };
  const total = alone ? owners.find(one => one.key === owner)?.lines : undefined;
  return { which: {}, total: total ?? (await countMatching(within, id, asked)) };
}

const shown = (table: ListTable) => ({ ...table, rows: drawRows(table) });

function show(visit: SignedInVisit, asked: Asked, loaded: Loaded): Answer {
  const { plan, listed, found, total } = loaded;
  const zone = visit.who.organisation.timeZone;
  const listing = { plan: plan.id, asked, sections: listed, times: timesOf(visit) };
  const facts = {
    plan,
    kind: KIND_WORDS[plan.kind],
    dated: plan.dated && inWordsDated(plan.dated),
    changed: plan.changedAt.toZonedDateTimeISO(zone).toPlainDate(),
    marking: shownMarking(plan.marking),
    asked,
    facts: factBar(plan.id, plan.tallies),
    filters: filterFacts(plan.id, asked, plan),
    tables: found.lines.length ? listTables(found.lines, listing).map(shown) : [],
    paging: pagingFacts(plan.id, asked, found, total),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  return page('plans/pages/plan/plan.njk', facts, {
    title: plan.title,
    trail: [PLANS, { text: plan.title }],
    marking: facts.marking,
  });
}
