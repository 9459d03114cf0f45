import { timedOf } from '../../src/platform/jobs/timed.ts';
import { queueDue } from '../../src/platform/jobs/timetable.ts';
import type { TestSite } from './site.ts';

/**
 * Does what the worker would do at a moment: queues what comes by the clock, and does what is queued. The site's clock is
 * moved there. How many jobs were done.
 */
export async function runTimed(site: TestSite, now?: string | Temporal.Instant): Promise<number> {
  if (now) site.clock.set(now);
  await queueDue(site.database, timedOf(site.capabilities), site.clock.now());
  return site.runJobs();
}

/** Lets the time until a moment pass in steps, at each of which the worker looks; ends at the moment itself. */
export async function letTimePass(
  site: TestSite,
  until: string | Temporal.Instant,
  step: Temporal.DurationLike = { hours: 1 },
): Promise<number> {
  const end = Temporal.Instant.from(until.toString());
  let done = 0;
  while (Temporal.Instant.compare(site.clock.now(), end) < 0) {
    const next = site.clock.now().add(step);
    done += await runTimed(site, Temporal.Instant.compare(next, end) < 0 ? next : end);
  }
  return done;
}
