import { count } from '../../../../language/words.ts';
import type { Within } from '../../../../platform/database/database.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { askWhoseLines, isReached, type WhoseLines, whoToAsk } from '../../asking/ask-owners.ts';
import { askOwnersJob, MOST_AT_ONCE } from '../../asking/ask-owners-job.ts';
import { type PlanHead, planHead } from '../../queries/plan.ts';
import { PLANS, planIdOf, shownMarking } from '../which.ts';

type Found = { plan: PlanHead; owners: WhoseLines[] };

async function load(within: Within, visit: SignedInVisit): Promise<Found | undefined> {
  const id = planIdOf(visit);
  const plan = id && (await planHead(within, id));
  return plan ? { plan, owners: await whoToAsk(within, plan.id, visit.today()) } : undefined;
}

/** Before owners are asked whether a plan's lines are theirs: who would be, about how many lines, and who cannot be. */
export async function planAskPage(visit: SignedInVisit): Promise<Answer> {
  const found = await visit.within(within => load(within, visit));
  return found ? show(found) : notFound;
}

export async function postPlanAsk(visit: SignedInVisit): Promise<Answer> {
  const now = visit.now();
  return visit.within(async within => {
    const found = await load(within, visit);
    if (!found) return notFound;
    const here = `/plans/${found.plan.id}`;
    const reached = found.owners.filter(one => one.toAsk.length && isReached(one.to));
    if (linesOf(reached) > MOST_AT_ONCE) {
      await enqueue(within, askOwnersJob, { plan: found.plan.id, account: visit.who.account.id }, now);
      return redirect(here, 'The owners are being asked, which takes a moment. You need not wait here.');
    }
    const { asked } = await askWhoseLines(within, found.plan.id, { today: visit.today(), now });
    return redirect(here, asked ? askedWords(asked) : 'Everybody who can be written to was asked already.');
  });
}

const askedWords = (asked: number): string =>
  asked === 1
    ? 'One owner is asked in the next daily message.'
    : `${asked} owners are asked, each in their next daily message.`;

const linesOf = (owners: readonly WhoseLines[]): number =>
  owners.reduce((sum, { toAsk }) => sum + toAsk.length, 0);

const NOT_REACHED = {
  nobody: 'No person, post or team is named for this owner',
  'no-address': 'No email address is known',
  left: 'They left, and nobody has taken over',
};

function show({ plan, owners }: Found): Answer {
  const toAsk = owners.filter(one => one.toAsk.length);
  const reached = toAsk.filter(({ to }) => isReached(to));
  const facts = {
    here: `/plans/${plan.id}`,
    plan,
    asked: reached.map(asAsked),
    lines: linesOf(reached),
    button: `Ask ${count(reached.length, 'owner')}`,
    unreached: toAsk.filter(({ to }) => !isReached(to)).map(asUnreached),
    waiting: owners.filter(({ waiting }) => waiting),
    said: owners.reduce((sum, { said }) => sum + said, 0),
    owned: owners.length > 0,
  };
  const trail = [PLANS, { text: plan.title, href: facts.here }, { text: 'Ask whose lines these are' }];
  const marking = shownMarking(plan.marking);
  return page('plans/pages/plan-ask/ask.njk', facts, { title: 'Ask whose lines these are', trail, marking });
}

const asAsked = ({ owner, name, toAsk, to }: WhoseLines) => ({
  owner,
  name,
  lines: toAsk.length,
  to: to && !('refused' in to) ? to.person : undefined,
});

const asUnreached = ({ owner, name, toAsk, to }: WhoseLines) => ({
  owner,
  name,
  lines: toAsk.length,
  why: NOT_REACHED[to && 'refused' in to ? to.refused : 'nobody'],
});
