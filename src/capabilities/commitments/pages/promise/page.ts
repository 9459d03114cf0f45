import type { PageError } from '../../../../platform/govuk/frame.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import type { ListedCommitment } from '../../queries/commitments-of.ts';
import { dueInShort, nextDue } from '../../rules/next-due.ts';
import { mayChange } from '../may.ts';
import { standsInWords } from '../plan-promises/kept-row.ts';
import { promiseAddress, promiseIdOf, promisesOf, shownMarking } from '../promise-addresses.ts';
import { commitmentRow } from './commitment-row.ts';
import { historyRows } from './history-rows.ts';
import { type FoundPromise, loadPromise, SIZE } from './load.ts';
import { promiseRows } from './rows.ts';
import { saysFacts } from './says.ts';

export type Wrong = { errors: PageError[]; answers: Record<string, string> };

/** What is promised, for whom, how it goes, and what its line says now. */
export async function promisePage(visit: SignedInVisit, wrong?: Wrong): Promise<Answer> {
  const id = promiseIdOf(visit);
  const found = id && (await visit.within(within => loadPromise(within, id, visit, pageIn(visit))));
  if (!found) return notFound;
  visit.shown.add(found.promise.line ?? found.plan.id);
  return show(visit, found, wrong);
}

function show(visit: SignedInVisit, found: FoundPromise, wrong?: Wrong): Answer {
  const { promise, plan, line, commitments, progress } = found;
  const here = promiseAddress(promise.id);
  const today = visit.today();
  const about = line?.about ?? promise.about;
  const [only] = commitments;
  const facts = {
    here,
    about,
    plan,
    line: line && `/plans/${plan.id}/lines/${line.id}`,
    clause: promise.clause && `/clauses/${promise.clause}`,
    promise,
    superseded: isSuperseded(found),
    rows: promiseRows(found),
    stands: progress?.by && standsInWords(progress, today),
    next: nextDates(found, today),
    waits: promise.series.kind === 'triggered',
    says: saysFacts(found, today),
    only: promise.spread === null && only ? commitmentRow(only, here, found) : undefined,
    each: promise.spread ? commitments.filter(isTold).map(one => commitmentRow(one, here, found)) : [],
    pages: pageLinks(
      { total: only?.total ?? 0, page: pageIn(visit), size: SIZE },
      to => `${here}?page=${to}`,
    ),
    history: found.history.flatMap(historyRows),
    zone: visit.who.organisation.timeZone,
    mayChange: mayChange(visit),
    answers: wrong?.answers ?? {},
    errors: wrong?.errors,
  };
  const trail = [
    { text: 'Plans', href: '/plans' },
    { text: plan.title, href: `/plans/${plan.id}` },
    { text: 'Promises', href: `${promisesOf(plan.id)}?show=kept` },
    { text: about },
  ];
  const marking = shownMarking(line?.marking ?? 'none') ?? shownMarking(plan.marking);
  const frame = { title: `${about} – promise`, trail, place: '/plans', marking };
  return page('commitments/pages/promise/promise.njk', facts, frame, wrong ? 422 : 200);
}

/** What was kept for all at once before it was spread, and never came due, tells nobody anything. */
const isTold = ({ name, endedOn, strip }: ListedCommitment): boolean =>
  name !== '' || endedOn === null || strip.length > 0;

/** None while its line is not in the plan; of what is postponed those from the day on which it goes on. */
function nextDates(found: FoundPromise, today: Temporal.PlainDate): string[] {
  const { promise, line, known } = found;
  if ((promise.line && !line) || isSuperseded(found)) return [];
  const { postponedUntil: until } = promise;
  const from = until && Temporal.PlainDate.compare(until, today) > 0 ? until : today;
  return dueInShort(nextDue(promise.series, from, known), today);
}

const isSuperseded = ({ line }: FoundPromise): boolean => line?.state === 'superseded';

const pageIn = ({ query }: SignedInVisit): number =>
  Math.min(Math.max(1, Math.trunc(Number(query.page)) || 1), 10_000);
