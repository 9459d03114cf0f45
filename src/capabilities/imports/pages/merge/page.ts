import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { askForMerge, isStale } from '../../actions/edition/ask-for-merge.ts';
import { type Merge, mergeOf, mergeStatus } from '../../queries/edition/merges.ts';
import { howFar } from '../../queries/progress.ts';
import type { StoredReading } from '../../stored-reading.ts';
import { idOf, readingOf, trailTo } from '../which-reading.ts';
import { loadRows, mergeFacts, type Rows } from './facts.ts';
import { type MergeQuery, readMergeQuery } from './query.ts';
import { isUnderWay, waitForMerge } from './wait.ts';

type Loaded = { reading: StoredReading; merge: Merge; rows?: Rows };

/** What a later edition changes of its plan, and what is to be decided before it is worked in. */
export async function mergePage(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  if (!id) return notFound;
  const query = readMergeQuery(visit.query);
  const look = () => visit.within(within => load(within, visit, query));
  let loaded = await look();
  if (loaded && isUnderWay(loaded.merge.status)) {
    const come = await waitForMerge(visit, id);
    if (come && !isUnderWay(come)) loaded = await look();
  }
  return loaded ? show(visit, loaded, query) : instead(visit, id);
}

/** Made anew where the plan or the reading was changed since it was compared. */
async function load(within: Within, visit: SignedInVisit, query: MergeQuery): Promise<Loaded | undefined> {
  const reading = await readingOf(within, visit);
  const merge = reading && (await mergeOf(within, reading.id));
  if (!reading || !merge || (reading.status !== 'read' && reading.status !== 'accepted')) return undefined;
  if (reading.status === 'read' && (await isStale(within, merge, reading))) {
    await askForMerge(within, reading.id, merge.plan.id, visit.now());
    return { reading, merge: { ...merge, status: 'waiting' } };
  }
  const looked = merge.status === 'made' || merge.status === 'accepted';
  return { reading, merge, rows: looked ? await loadRows(within, merge, query) : undefined };
}

/** A reading that is not compared with any plan, or is being read again, has its own page. */
async function instead(visit: SignedInVisit, id: string): Promise<Answer> {
  const reading = await visit.within(within => readingOf(within, visit));
  return reading ? redirect(`/readings/${id}`) : notFound;
}

function show(visit: SignedInVisit, { reading, merge, rows }: Loaded, query: MergeQuery): Answer {
  if (rows) return comparedPage(visit, { reading, merge, rows }, query);
  const view = merge.status === 'unable' ? 'unable' : 'waiting';
  const title = view === 'unable' ? 'This could not be compared' : TITLES[merge.status as 'waiting'];
  return page(
    `imports/pages/merge/${view}.njk`,
    { reading, merge, title },
    { title, trail: trailTo(reading, title), place: '/plans' },
  );
}

const TITLES = {
  waiting: 'Comparing the document with the plan',
  accepting: 'Working the edition into the plan',
  undoing: 'Taking the edition back out of the plan',
};

export function comparedPage(
  visit: SignedInVisit,
  { reading, merge, rows }: Required<Loaded>,
  query: MergeQuery,
  errors: PageError[] = [],
): Answer {
  const title = 'What the edition changes';
  const zone = visit.who.organisation.timeZone;
  return page(
    'imports/pages/merge/merge.njk',
    { ...mergeFacts({ reading, merge, rows }, query), zone, errors },
    { title, trail: trailTo(reading, title), place: '/plans' },
    errors.length ? 422 : 200,
  );
}

/** For the script of a page that waits; "none" where the reading is compared with no plan. */
export async function mergeStatusAnswer(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit);
  const found = await visit.within(async within => {
    const reading = id && (await howFar(within, id));
    return reading && ((await mergeStatus(within, id)) ?? 'none');
  });
  if (!found) return notFound;
  const status = found !== 'none' && isUnderWay(found) ? 'waiting' : found;
  return { kind: 'json', value: { status, progress: '' }, status: 200 };
}
