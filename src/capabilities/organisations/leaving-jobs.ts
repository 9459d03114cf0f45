import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { handOverNow } from './actions/leaving.ts';
import type { DirectoryParts } from './directory-parts.ts';
import { leftSince } from './queries/leaving.ts';
import { timeZoneOf } from './queries/settings.ts';

/** Leavers a run sees to; a body that ends a thousand contracts on one day is done within hours, access ended before. */
const MOST = 200;

/**
 * On the day after somebody's last what they have goes to whom it was said. Their access is over by then without this:
 * the end is looked at whenever somebody comes in.
 */
export function handingOver({ access, handsOver }: DirectoryParts): Timed {
  const job = defineJob({
    name: 'hand-over',
    payload: TIMED_PAYLOAD,
    run: async (_payload, { within, clock }) => {
      const now = clock.now();
      const zone = await within(timeZoneOf);
      const today = now.toZonedDateTimeISO(zone).toPlainDate();
      const left = await within(inside => leftSince(inside, today, MOST));
      for (const person of left)
        await within(inside => handOverNow(inside, person, { now, today, zone, access, handsOver }));
    },
    expireInSeconds: 600,
    retryLimit: 2,
  });
  return { name: 'hand-over', every: 'hour', job };
}
