import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../platform/jobs/timed.ts';
import { followCalendars } from './actions/follow-calendars.ts';

/** By the hour: a meeting of this morning sets off what is due within a day of it. */
export const followCalendarsHourly: Timed = {
  name: 'follow-calendars',
  every: 'hour',
  job: defineJob({
    name: 'follow-calendars',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 300,
    retryLimit: 3,
    run: async (_, { within, clock }) => {
      await within(inside => followCalendars(inside, clock.now()));
    },
  }),
};
