import { defineJob } from '../../../platform/jobs/job.ts';
import { TIMED_PAYLOAD, type Timed } from '../../../platform/jobs/timed.ts';
import { whenHere } from '../queries/zone.ts';
import { tellLeads } from './tell-leads.ts';

/** By night, after what is due was asked, so that it goes with the messages of the morning. */
export const tellLeadsWeekly: Timed = {
  name: 'tell-leads',
  every: 'day',
  at: '05:00',
  job: defineJob({
    name: 'tell-leads',
    payload: TIMED_PAYLOAD,
    expireInSeconds: 600,
    retryLimit: 5,
    run: (_, { within, clock }) =>
      within(async inside => tellLeads(inside, await whenHere(inside, clock.now()))),
  }),
};
