import { type Answer, mayAs, page, type SignedInVisit, timesOf } from '../../../../platform/http/visit.ts';
import type { LineInPlan } from '../../queries/line.ts';
import { viewsBeside } from '../../queries/views.ts';
import { ALL_LINES, readAsked } from '../../rules/asked-address.ts';
import { exportAddress } from '../../rules/export/address.ts';
import type { Shown } from '../../rules/marked.ts';
import type { View } from '../../view.ts';
import { lineToEdit } from '../lines-list/edit-row.ts';
import { factBar } from '../lines-list/facts.ts';
import { filterFacts } from '../lines-list/filters.ts';
import { pagingFacts } from '../lines-list/paging.ts';
import { listTables } from '../lines-list/tables.ts';
import { viewBar } from '../lines-list/views.ts';
import { workingOn } from '../lines-list/working.ts';
import { noteList } from '../note-reads.ts';
import { PLANS } from '../which.ts';
import { type LoadedLines, loadLines } from './load.ts';

/** The lines of all plans of the organisation, as many of them as are asked for. */
export async function allLinesPage(visit: SignedInVisit): Promise<Answer> {
  const asked = readAsked(visit.query, visit.who.organisation.timeZone, visit.today());
  const loaded = await visit.within(async within => {
    const [lines, views] = await Promise.all([
      loadLines(within, { list: ALL_LINES, asked, times: timesOf(visit) }),
      viewsBeside(within, undefined, visit.who.account.id),
    ]);
    const editing = await lineToEdit(within, visit, lines.found.lines);
    await noteList(within, visit, shownOf(lines));
    return { lines, views, editing };
  });
  return show(visit, loaded);
}

/** The plans of which the list shows lines. */
function shownOf({ plans, found: { lines } }: LoadedLines): Shown {
  const of = new Set(lines.map(({ plan }) => plan));
  return { plans: plans.filter(({ id }) => of.has(id)), lines };
}

type Loaded = { lines: LoadedLines; views: View[]; editing?: LineInPlan };

function show(visit: SignedInVisit, { lines, views, editing }: Loaded): Answer {
  const { plans, listing, found, tallies } = lines;
  const { list, asked } = listing;
  const { rows, ...working } = workingOn(visit, listing, { total: found.total, editing });
  const facts = {
    any: plans.length > 0,
    plans: plans.length,
    asked,
    facts: factBar(list, tallies, asked.plan),
    filters: filterFacts(listing, lines),
    views: viewBar(list, asked, views, visit.who),
    tables: listTables(found.lines, listing).map(table => ({ ...table, rows: rows(table) })),
    ...working,
    paging: pagingFacts(list, asked, found),
    exportHref: exportAddress(list, asked),
    mayEdit: mayAs(visit.who.role, 'editor'),
  };
  const title = 'Lines of all plans';
  return page('plans/pages/lines/lines.njk', facts, {
    title,
    trail: [PLANS, { text: title }],
  });
}
