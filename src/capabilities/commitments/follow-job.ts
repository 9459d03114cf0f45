import { defineJob, type JobContext } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { followRegister, spreadPromises } from './actions/follow-registers.ts';
import { followLines } from './actions/lines-gone.ts';
import { postponingsOver } from './actions/postpone-promise.ts';
import { whenHere, zoneOf } from './queries/zone.ts';
import { whenIn } from './when.ts';

const AT_ONCE = 20;

/**
 * By night, before dates are written ahead: promises follow the registers and their lines. Safe to run twice: what was
 * followed is found as it should be.
 */
export const followDaily: Timed = {
  name: 'promises-follow',
  every: 'day',
  at: '02:45',
  job: defineJob({
    name: 'promises-follow',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 3600,
    retryLimit: 5,
    run: async (_, context) => {
      await linesFirst(context);
      let last = await followSome(context, null);
      while (last !== null && !context.stopping.aborted) last = await followSome(context, last);
    },
  }),
};

const linesFirst = ({ within, clock }: JobContext) =>
  within(async inside => {
    const zone = await zoneOf(inside);
    const when = whenIn(zone, clock.now());
    await postponingsOver(inside, when);
    await followLines(inside, zone, when);
  });

/** Some in one transaction; the last of them, or null where there are no more. */
const followSome = ({ within, clock }: JobContext, after: string | null): Promise<string | null> =>
  within(async inside => {
    const when = await whenHere(inside, clock.now());
    const ids = await spreadPromises(inside, after, AT_ONCE);
    for (const id of ids) await followRegister(inside, id, when);
    return ids.length === AT_ONCE ? ids.at(-1)! : null;
  });
