import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { pageLinks } from '../../../../platform/govuk/page-links.ts';
import { type Answer, mayAs, notFound, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { type Progress, progressOf } from '../../queries/progress.ts';
import { type KeptPromise, type PlanPromises, type Proposed, planPromises } from '../../queries/proposals.ts';
import { spreadNames } from '../../queries/spread-names.ts';
import { type PlanHead, planHead } from '../../queries/timed-lines.ts';
import { planIdOf, promisesOf, shownMarking } from '../promise-addresses.ts';
import { keptRow } from './kept-row.ts';
import { proposedRow } from './proposed-row.ts';

const SIZE = 50;

/** What is shown: everything that is not promised yet, some of it, or what is promised. */
const SHOWN = ['open', 'ready', 'questions', 'finished', 'kept', 'changed'] as const;
type Shown = (typeof SHOWN)[number];

type Found = PlanPromises & {
  plan: PlanHead;
  names: ReadonlyMap<string, string>;
  progress: Map<string, Progress>;
};

/** What the timings of a plan promise, and what they would promise if somebody kept them. */
export async function planPromisesPage(visit: SignedInVisit): Promise<Answer> {
  const id = planIdOf(visit);
  const found = id && (await visit.within(within => load(within, id, visit.today())));
  return found ? show(visit, found) : notFound;
}

async function load(within: Within, id: string, today: Temporal.PlainDate): Promise<Found | undefined> {
  const plan = await planHead(within, id);
  if (!plan) return undefined;
  const all = await planPromises(within, plan, today);
  const promises = all.kept.map(({ promise }) => promise);
  const [names, progress] = [
    await spreadNames(
      within,
      promises.map(({ spread }) => spread),
    ),
    await progressOf(
      within,
      promises.map(one => one.id),
      today,
    ),
  ];
  return { plan, ...all, names, progress };
}

function show(visit: SignedInVisit, found: Found): Answer {
  const { plan } = found;
  const here = promisesOf(plan.id);
  const lists = listsOf(found);
  const shown = shownIn(visit) ?? (lists.open.length ? 'open' : 'kept');
  const mayKeep = mayAs(visit.who.role, 'editor');
  const at = pageIn(visit);
  const part = <T>(all: readonly T[]) => all.slice((at - 1) * SIZE, at * SIZE);
  const asKept = shown === 'kept' || shown === 'changed';
  const total = lists[shown].length;
  const facts = {
    here,
    plan,
    shown,
    mayKeep,
    bar: barOf(here, lists),
    ready: lists.ready.length,
    keepAll: `Keep ${count(lists.ready.length, 'promise')}`,
    open: lists.open.length,
    finished: lists.finished.length,
    kept: lists.kept.length,
    proposed: asKept ? [] : part(lists[shown]).map(one => proposedRow(one, plan.id, found, visit.today())),
    promises: asKept ? part(lists[shown]).map(one => keptRow(one, found, visit.today())) : [],
    pages: pageLinks({ total, page: at, size: SIZE }, to => `${here}?show=${shown}&page=${to}`),
  };
  const trail = [
    { text: 'Plans', href: '/plans' },
    { text: plan.title, href: `/plans/${plan.id}` },
    { text: 'Promises' },
  ];
  const frame = { title: `Promises – ${plan.title}`, trail, marking: shownMarking(plan.marking) };
  return page('commitments/pages/plan-promises/plan-promises.njk', facts, frame);
}

type Lists = Record<'open' | 'ready' | 'questions' | 'finished', Proposed[]> &
  Record<'kept' | 'changed', KeptPromise[]>;

const listsOf = ({ open, finished, kept }: PlanPromises): Lists => ({
  open,
  finished,
  kept,
  ready: open.filter(({ proposal }) => proposal.stands === 'ready'),
  questions: open.filter(({ proposal }) => proposal.stands !== 'ready'),
  changed: kept.filter(({ says }) => says),
});

function barOf(here: string, { ready, questions, kept, changed }: Lists): object[] {
  const fact = (list: readonly unknown[], show: Shown, words: string, kind?: string) => ({
    number: String(list.length),
    words,
    href: `${here}?show=${show}`,
    ...(list.length && kind && { kind }),
  });
  return [
    fact(kept, 'kept', 'kept as promises'),
    fact(ready, 'ready', 'can be kept as they are', 'ask'),
    fact(questions, 'questions', 'need a look or an answer first', 'ask'),
    ...(changed.length ? [fact(changed, 'changed', 'read otherwise in the plan now', 'wrong')] : []),
  ];
}

const shownIn = ({ query }: SignedInVisit): Shown | undefined => SHOWN.find(one => one === query.show);

const pageIn = ({ query }: SignedInVisit): number =>
  Math.min(Math.max(1, Math.trunc(Number(query.page)) || 1), 10_000);
