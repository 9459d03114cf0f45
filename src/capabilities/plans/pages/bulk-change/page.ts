import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import type { PageError } from '../../../../platform/govuk/frame.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { ownerNames } from '../../../organisations/index.ts';
import { AT_ONCE, beginStep, isStep, type Step, takeStep } from '../../actions/bulk/step.ts';
import { changeManyLinesJob } from '../../bulk-change-job.ts';
import { type BulkChange, bulkChange, stillToDo } from '../../queries/bulk.ts';
import { readWanted } from '../../rules/bulk/wanted.ts';
import { choicesOf, MARKING_WORDS, STATE_WORDS } from '../../rules/words.ts';
import { idIn, PLANS, pageOf } from '../which.ts';
import { shownOutcome } from './shown.ts';
import { progressWords } from './words.ts';

/** A change of many lines at whatever point it is: what is to change, what it would do, how far it has come, what it did. */
export async function bulkChangePage(visit: SignedInVisit): Promise<Answer> {
  return withChange(visit, async (within, change) => {
    if (isStep(change.status)) return waiting(within, change);
    if (change.status === 'picked' || (change.status === 'weighed' && visit.query.again !== undefined))
      return asking(within, change, {});
    return shownOutcome(within, change, { page: pageOf(visit), all: visit.query.alone !== undefined });
  });
}

/** For the script that waits with the person. */
export async function bulkProgressPage(visit: SignedInVisit): Promise<Answer> {
  return withChange(visit, async (within, change) => {
    const value = isStep(change.status)
      ? { status: 'waiting', progress: progressWords(change, await stillToDo(within, change)) }
      : { status: change.status };
    return { kind: 'json', value, status: 200 };
  });
}

/** What is wanted is weighed line by line, so that it can be looked at before anything is changed. */
export async function saveWanted(visit: SignedInVisit): Promise<Answer> {
  const { wanted, errors } = readWanted(visit.form);
  return withChange(visit, async (within, change) => {
    if (!wanted) return asking(within, change, { sent: visit.form, errors });
    if (await beginStep(within, change.id, 'weighing', visit.now(), wanted)) await go(within, visit, change);
    return redirect(`/bulk-changes/${change.id}`);
  });
}

const step = (name: Step) => (visit: SignedInVisit) =>
  withChange(visit, async (within, change) => {
    if (await beginStep(within, change.id, name, visit.now())) await go(within, visit, change);
    return redirect(`/bulk-changes/${change.id}`);
  });

export const carryOut = step('changing');
export const undoChange = step('undoing');

/** At once where it is soon done, else apart from the request. */
async function go(within: Within, visit: SignedInVisit, { id, lines }: BulkChange): Promise<void> {
  const now = visit.now();
  if (lines > AT_ONCE) {
    await enqueue(within, changeManyLinesJob, { change: id, account: visit.who.account.id }, now);
    return;
  }
  const begun = await bulkChange(within, id, now);
  const occasion = { now, today: visit.today(), ownYear: visit.who.organisation.year };
  if (begun) await takeStep(within, begun, occasion);
}

async function withChange(
  visit: SignedInVisit,
  work: (within: Within, change: BulkChange) => Promise<Answer>,
): Promise<Answer> {
  const id = idIn(visit.params.change);
  if (!id) return notFound;
  return visit.within(async within => {
    const change = await bulkChange(within, id, visit.now());
    return change ? work(within, change) : notFound;
  });
}

async function waiting(within: Within, change: BulkChange): Promise<Answer> {
  const here = `/bulk-changes/${change.id}`;
  const facts = {
    lines: change.lines,
    status: change.status,
    progress: progressWords(change, await stillToDo(within, change)),
    hrefs: { here, progress: `${here}/progress` },
  };
  return page('plans/pages/bulk-change/waiting.njk', facts, framed('Changing lines'));
}

type Asking = { sent?: Record<string, unknown>; errors?: PageError[] };

async function asking(within: Within, change: BulkChange, { sent, errors }: Asking): Promise<Answer> {
  const { wanted, lines } = change;
  const said = (name: string, stored: string | undefined) =>
    sent ? (typeof sent[name] === 'string' ? sent[name] : '') : (stored ?? '');
  const facts = {
    lines,
    answers: {
      state: said('state', wanted.state),
      when: said('when', wanted.when),
      accountable: said('accountable', wanted.accountable),
      nobody: sent ? sent.nobody === 'yes' : wanted.accountable === '',
      addTag: said('addTag', wanted.addTag),
      removeTag: said('removeTag', wanted.removeTag),
      marking: said('marking', wanted.marking),
      lower: sent ? sent.lower === 'yes' : Boolean(wanted.lower),
    },
    states: [LEAVE, ...choicesOf(STATE_WORDS)],
    markings: [LEAVE, ...choicesOf(MARKING_WORDS)],
    owners: await ownerNames(within),
    errors,
    hrefs: { here: `/bulk-changes/${change.id}`, back: change.back },
  };
  const title = `Change ${count(lines, 'line')}`;
  return page('plans/pages/bulk-change/wanted.njk', facts, framed(title), errors ? 422 : 200);
}

const LEAVE = { value: '', text: 'Leave as it is' };

const framed = (title: string) => ({
  title,
  place: '/plans',
  trail: [PLANS, { text: title }],
});
