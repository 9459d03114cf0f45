import type { Database, Within } from '../../../../platform/database/database.ts';
import { type Answer, page, type Visit } from '../../../../platform/http/visit.ts';
import { type OpenedLink, openLink } from '../../actions/open-link.ts';
import { allPlansAround } from '../../queries/all-plans.ts';
import { planAround } from '../../queries/plan.ts';
import { viewOfLink } from '../../queries/views.ts';
import type { Asked } from '../../rules/asked.ts';
import { readAsked } from '../../rules/asked-address.ts';
import type { View } from '../../view.ts';
import { sharedPath } from '../../view-link.ts';
import { NOTHING } from '../lines/load.ts';
import { findOpenLines, type OpenLines } from '../lines-list/find.ts';
import { linesListing, planListing } from '../lines-list/listing.ts';
import { pagingFacts } from '../lines-list/paging.ts';
import { drawRows } from '../lines-list/rows.ts';
import { type Listing, listTables } from '../lines-list/tables.ts';
import { askedBy } from '../lines-list/views.ts';

/** Who reads by a link has no name here; nothing is changed and nothing recorded. */
const READER = { id: null, name: 'Reader of a link' };

/** A view as people without an account read it: its lines in the organisation's name and colour, and nothing else. */
export const sharedViewPage =
  (database: Database) =>
  async (visit: Visit): Promise<Answer> => {
    const token = visit.params.token!;
    keepToItself(visit);
    const link = await openLink(database, token, visit.now());
    const who = link && { organisation: link.organisation.id, actor: READER, sight: link.sight };
    const found = who && (await database.inOrganisation(who, within => load(within, visit, link)));
    return found ? show(link, found) : over();
  };

/** What the address opens is for whom it was given to: it is not found by search, and not told to where links lead. */
function keepToItself({ reply }: Visit): void {
  reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer');
}

type Found = { view: View; planTitle?: string; listing: Listing; found: OpenLines };

async function load(within: Within, visit: Visit, link: OpenedLink): Promise<Found | undefined> {
  const view = await viewOfLink(within, link.view, visit.now());
  if (!view) return undefined;
  const { timeZone, year } = link.organisation;
  const { cursor, page: number } = readAsked({ ...visit.query, sort: view.asked.sort }, timeZone);
  const today = visit.now().toZonedDateTimeISO(timeZone).toPlainDate();
  const asked: Asked = { ...askedBy(view, timeZone, today), cursor, page: number };
  const around = { list: sharedPath(visit.params.token!), asked, times: { today, ...year }, closed: true };
  const all = await allPlansAround(within, asked.plan ? {} : asked);
  const plan = asked.plan ? ((await planAround(within, asked.plan, asked)) ?? NOTHING) : undefined;
  const listing =
    view.plan && plan ? planListing(around, plan.sections) : linesListing(around, all.plans, plan?.sections);
  const known = { ...(plan ?? all), plans: all.plans };
  const found = await findOpenLines(within, listing.asked, known, listing.cells);
  // also the title of a plan that may not be seen is not told
  const hidden = !plan || !('marking' in plan) || plan.marking === 'OFFICIAL-SENSITIVE';
  return { view, planTitle: hidden ? undefined : plan.title, listing, found };
}

function show({ organisation }: OpenedLink, { view, planTitle, listing, found }: Found): Answer {
  const { list, asked } = listing;
  const facts = {
    view: { name: view.name },
    planTitle,
    tables: listTables(found.lines, listing).map(table => ({ ...table, rows: drawRows(table) })),
    paging: pagingFacts(list, { order: asked.order, cursor: asked.cursor, page: asked.page }, found),
    left: found.left > 0,
  };
  const { name, colour } = organisation;
  return page('plans/pages/shared-view/shared.njk', facts, {
    title: view.name,
    organisation: { name, colour },
    navigation: [],
  });
}

const over = (): Answer =>
  page('plans/pages/shared-view/over.njk', {}, { title: 'This link cannot be used any more' }, 410);
