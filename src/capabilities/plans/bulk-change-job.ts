import { z } from 'zod';
import type { Within } from '../../platform/database/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { defineJob, type JobContext } from '../../platform/jobs/job.ts';
import { asPerson } from './actions/as-person.ts';
import { giveUpStep, takeStep } from './actions/bulk/step.ts';
import type { Occasion } from './actions/save-line.ts';
import { bulkChange } from './queries/bulk.ts';

const payload = z.object({ change: z.uuid(), account: z.uuid() });
type Payload = z.output<typeof payload>;

/**
 * Takes the step that a change of very many lines is in, some lines at a time, each time in a transaction of its own. Safe to
 * run twice: lines that were dealt with are not dealt with again.
 */
export const changeManyLinesJob = defineJob<Payload>({
  name: 'change-many-lines',
  payload,
  expireInSeconds: 600,
  retryLimit: 3,
  run: async (wanted, context) => {
    for (let done = false; !done; ) done = await someLines(wanted, context);
  },
  givenUp: ({ change, account }, { within, clock }) =>
    within(async inside => {
      const found = await bulkChange(await asPerson(inside, account), change, clock.now());
      if (found) await giveUpStep(inside, found);
    }),
});

/** True when there is nothing more to do here: the step is done, or was put down for another worker to take up. */
function someLines({ change, account }: Payload, { within, clock, stopping }: JobContext): Promise<boolean> {
  return within(async inside => {
    if (stopping.aborted) {
      await enqueue(inside, changeManyLinesJob, { change, account }, clock.now());
      return true;
    }
    const person = await asPerson(inside, account);
    const found = await bulkChange(person, change, clock.now());
    return !found || takeStep(person, found, await occasionOf(inside, clock.now()));
  });
}

async function occasionOf({ db }: Within, now: Temporal.Instant): Promise<Occasion> {
  const found = await db
    .selectFrom('organisations')
    .select(['time_zone', 'financial_year_month as month', 'spring_month as springMonth'])
    .executeTakeFirstOrThrow();
  return {
    now,
    today: now.toZonedDateTimeISO(found.time_zone).toPlainDate(),
    ownYear: { financialYearStart: { month: found.month, day: 1 }, springMonth: found.springMonth },
  };
}
