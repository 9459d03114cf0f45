import { defineJob, type JobContext } from '../../platform/jobs/job.ts';
import { sightOf } from '../access/index.ts';
import { setOff } from './actions/set-off.ts';
import { clearOpen } from './actions/undo-happening.ts';
import { happeningById } from './queries/happenings.ts';
import { waitingPromises } from './queries/waiting.ts';
import { zoneOf } from './queries/zone.ts';
import { mayBeSetOff } from './rules/sets-off.ts';
import { FOLLOW_HAPPENING } from './set-off-asked.ts';

/**
 * What happened sets promises off also where whoever recorded it may not see them: what is marked is not let off by that. A
 * mistake that was undone takes those back as well. Safe to run twice.
 */
export const followHappeningJob = defineJob({
  ...FOLLOW_HAPPENING,
  expireInSeconds: 120,
  retryLimit: 5,
  run: async ({ happening: id }, context) => {
    const happening = await context.within(inside => happeningById(inside, id));
    if (!happening) return;
    const now = context.clock.now();
    if (happening.undone) {
      await context.within(inside => clearOpen(inside, id, now));
      return;
    }
    const shown = new Set(
      happening.recordedById ? await shownTo(happening.recordedById, happening.at, context) : [],
    );
    await context.within(inside =>
      setOff(
        inside,
        happening,
        ({ id: promise, series, setOffBy }) =>
          !shown.has(promise) && mayBeSetOff({ setOffBy, trigger: series.trigger }, happening) !== undefined,
        now,
      ),
    );
  },
});

/** The promises that stood before whoever recorded it: what they left out of these stays out. */
async function shownTo(
  account: string,
  at: Temporal.Instant,
  { within }: Pick<JobContext, 'within'>,
): Promise<string[]> {
  const { sight, zone } = await within(async inside => ({
    sight: await sightOf(inside, account),
    zone: await zoneOf(inside),
  }));
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  const seen = await within(inside => waitingPromises(inside, day), sight);
  return seen.map(({ id }) => id);
}
