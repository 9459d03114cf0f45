import type { Capability } from '../../platform/http/capability.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { TIMED_PAYLOAD } from '../../platform/jobs/timed.ts';
import { forgetMarkedReads } from '../../platform/privacy/marked-reads.ts';
import { forgetLeavers } from './actions/forget.ts';
import type { PrivacyParts } from './parts.ts';

/** What is kept of people, and what is done when one of them asks. It reads what every other capability declares. */
export function privacyCapability(parts: PrivacyParts): Capability {
  const limits = { payload: TIMED_PAYLOAD, expireInSeconds: 600, retryLimit: 2 };
  return {
    name: 'privacy',
    organisationPages: [
      {
        group: 'Privacy',
        text: 'Privacy',
        href: '/organisation/privacy',
        hint: 'What is kept of people and for how long; who asks what is known of them',
        needs: 'administrator',
      },
      {
        group: 'Privacy',
        text: 'Who read what is marked',
        href: '/organisation/privacy/reads',
        hint: 'For two years, by day',
        needs: 'administrator',
      },
    ],
    routes: async routes => (await import('./routes.ts')).mountPrivacy(routes, parts),
    timed: [
      {
        name: 'forget-leavers',
        every: 'day',
        at: '04:10',
        job: defineJob({
          ...limits,
          name: 'forget-leavers',
          run: async ({ at }, { within, organisation, clock }) => {
            const today = Temporal.Instant.from(at).toZonedDateTimeISO('UTC').toPlainDate();
            const { accounts } = await within(inside => forgetLeavers(inside, parts.all(), today));
            await parts.eraseAccounts(organisation, accounts, clock.now());
          },
        }),
      },
      {
        name: 'forget-marked-reads',
        every: 'day',
        at: '04:20',
        job: defineJob({
          ...limits,
          name: 'forget-marked-reads',
          run: async (_payload, { within, clock }) => {
            await within(inside => forgetMarkedReads(inside, clock.now()));
          },
        }),
      },
    ],
  };
}
