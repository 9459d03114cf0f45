import type { Capability } from '../../platform/http/capability.ts';
import { answeredJobs } from './asking/answered-jobs.ts';
import { askDaily } from './asking/ask-daily-job.ts';
import { askWithinHoursJob } from './asking/ask-within-hours.ts';
import { tellLeadsWeekly } from './digest/digest-job.ts';
import type { FeedsParts } from './feeds-routes.ts';
import { figuresIn } from './figures-in.ts';
import { followCalendarsHourly } from './follow-calendars-job.ts';
import { followHappeningJob } from './follow-happening-job.ts';
import { followDaily } from './follow-job.ts';
import { followWorkingDaysDaily } from './follow-working-days-job.ts';
import { keepPromisesJob } from './keep-promises-job.ts';
import { keptPanels } from './pages/kept-of-plan/panel.ts';
import { promisePanels } from './pages/promise-panels/panel.ts';
import { COMMITMENT_DATA } from './personal.ts';
import { agreeDatesJob, writeDatesDaily, writeDatesJob } from './write-dates-job.ts';

/** Promises on the calendar: what each timing of a plan promises, for whom and when, and what became of it. */
export const commitmentsCapability = (parts: FeedsParts): Capability => ({
  name: 'commitments',
  personal: COMMITMENT_DATA,
  navigation: [
    { text: 'Today', href: '/today', place: 10, needs: 'anywhere' },
    { text: 'Calendar', href: '/calendar', place: 30, needs: 'anywhere' },
    { text: 'All dates', href: '/occurrences', place: 31, under: '/calendar', needs: 'anywhere' },
    { text: 'What happened', href: '/happenings', place: 33, under: '/calendar' },
    { text: 'Feeds', href: '/feeds', place: 35, under: '/calendar', needs: 'anywhere' },
    { text: 'Concerns', href: '/concerns', place: 36, under: '/calendar', needs: 'anywhere' },
    { text: 'Adherence', href: '/adherence', place: 80, needs: 'anywhere' },
  ],
  jobs: [
    writeDatesJob,
    agreeDatesJob,
    keepPromisesJob,
    followHappeningJob,
    askWithinHoursJob,
    ...figuresIn.jobs,
    ...answeredJobs,
  ],
  timed: [
    followCalendarsHourly,
    followDaily,
    followWorkingDaysDaily,
    writeDatesDaily,
    askDaily,
    tellLeadsWeekly,
  ],
  panels: { ...keptPanels, ...promisePanels },
  organisationPages: [
    {
      group: 'Days and hours',
      text: 'How promises are counted',
      href: '/organisation/promises',
      hint: 'Days that are not worked, “as soon as practicable”, grace and warning',
      needs: 'administrator',
    },
  ],
  routes: async routes => (await import('./routes.ts')).mountCommitments(routes, parts),
});
