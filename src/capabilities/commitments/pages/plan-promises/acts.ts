import { z } from 'zod';
import { isRefused } from '../../../../language/refusal.ts';
import { count } from '../../../../language/words.ts';
import { type Answer, notFound, redirect, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { keepProposed, keepReady } from '../../actions/keep-proposed.ts';
import { AT_ONCE, keepPromisesJob } from '../../keep-promises-job.ts';
import { planHead } from '../../queries/timed-lines.ts';
import { planIdOf, promisesOf } from '../promise-addresses.ts';
import { whenOf } from '../when-of.ts';

const chosenShape = z.object({
  line: z.uuid().toLowerCase(),
  at: z.string().regex(/^[ts]\d{1,3}$/),
  seen: z.string().max(64),
});

/** One timing of the plan, as it was shown. */
export async function postKeep(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  const chosen = chosenShape.safeParse(visit.form);
  if (!plan || !chosen.success) return notFound;
  const when = whenOf(visit);
  const done = await visit.within(within => keepProposed(within, plan, chosen.data, when));
  if (!isRefused(done)) return redirect(promisesOf(plan), KEPT);
  return done.refused === 'changed-meanwhile' ? redirect(promisesOf(plan), MEANWHILE) : notFound;
}

const KEPT = 'Kept. Its dates are being written down, and whoever does it is asked as they come.';
const MEANWHILE = 'Nothing was kept: it is promised already, or the plan says something else by now.';

/** All that leave no question; of very many the rest by a job. */
export async function postKeepAll(visit: SignedInVisit): Promise<Answer> {
  const plan = planIdOf(visit);
  if (!plan) return notFound;
  const when = whenOf(visit);
  return visit.within(async within => {
    if (!(await planHead(within, plan))) return notFound;
    const kept = await keepReady(within, plan, AT_ONCE, when);
    if (kept < AT_ONCE) return redirect(promisesOf(plan), keptWords(kept));
    await enqueue(within, keepPromisesJob, { plan, account: visit.who.account.id }, when.now);
    return redirect(promisesOf(plan), MANY);
  });
}

const keptWords = (kept: number): string =>
  kept
    ? `${count(kept, 'promise is', 'promises are')} kept. Their dates are being written down.`
    : 'There was nothing to keep that leaves no question.';

const MANY = 'The promises are being kept, which takes a moment. You need not wait here.';
