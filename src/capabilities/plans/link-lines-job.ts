import { defineJob } from '../../platform/jobs/job.ts';
import { linkLinesAsked } from '../../platform/register/link-lines.ts';
import { linkSome } from './actions/link-lines.ts';

/**
 * Links a line, or all of a plan, with the registers: apart from the saving, which must not wait for it. Safe to run
 * twice, and a thousand lines at a time, so that nobody waits long for an entry that it makes.
 */
export const linkLinesJob = defineJob({
  ...linkLinesAsked,
  expireInSeconds: 600,
  retryLimit: 3,
  run: async ({ plan, line }, { within, clock, stopping }) => {
    const lines = line ? [line] : undefined;
    let after: number | undefined = 0;
    while (after !== undefined && !stopping.aborted) {
      const from: number = after;
      after = await within(inside => linkSome(inside, plan, { lines, after: from }, clock.now()));
    }
  },
});
