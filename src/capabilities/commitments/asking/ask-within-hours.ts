import type { Within } from '../../../platform/database/database.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { workingCalendarOf } from '../../organisations/index.ts';
import { dueWithinHours } from '../queries/due-to-be-asked.ts';
import { whenHere } from '../queries/zone.ts';
import type { When } from '../when.ts';
import { askAbout } from './ask-what-is-due.ts';
import { ASK_WITHIN_HOURS } from './within-hours.ts';

/**
 * Asks whoever does it, in a message of its own and at whatever hour, about what something that happened made due within
 * hours. What is due within days waits for the one daily message.
 */
async function askWithinHours(within: Within, happening: string, when: When): Promise<void> {
  const calendar = await workingCalendarOf(within);
  const found = await dueWithinHours(within, happening);
  await askAbout(within, found, { ...when, calendar, urgent: true });
}

export const askWithinHoursJob = defineJob({
  ...ASK_WITHIN_HOURS,
  expireInSeconds: 120,
  retryLimit: 20,
  run: ({ happening }, { within, clock }) =>
    within(async inside => askWithinHours(inside, happening, await whenHere(inside, clock.now()))),
});
