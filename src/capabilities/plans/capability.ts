import type { Capability } from '../../platform/http/capability.ts';
import { ATTACHMENT_DATA } from '../attachments/index.ts';
import { answeredJobs } from './asking/answered-jobs.ts';
import { askOwnersJob } from './asking/ask-owners-job.ts';
import { changeManyLinesJob } from './bulk-change-job.ts';
import { clearBulkChangesDaily } from './clear-bulk-changes-job.ts';
import { clearFilesHourly } from './clear-files-job.ts';
import { deletePlansDaily } from './delete-plans-job.ts';
import type { GoesAlong } from './goes-along.ts';
import type { GoesWithPlans } from './goes-with-plans.ts';
import { linkLinesJob } from './link-lines-job.ts';
import type { ListsParts } from './lists-routes.ts';
import { noteWhatLeaves } from './pages/note-reads.ts';
import { registerPanels } from './pages/register-lines/panel.ts';
import { PLAN_DATA } from './personal.ts';
import { writeFileJob } from './write-file-job.ts';

/** `goWithPlans`: what the capabilities below let go of when plans are deleted. `goesAlong`: what one of them takes along into a copy. */
export type PlanParts = ListsParts & { goWithPlans: readonly GoesWithPlans[]; goesAlong: GoesAlong };

/** Documents made live: their lines in the shape they were printed in, kept up to date, given back as documents. */
export const plansCapability = (parts: PlanParts): Capability => ({
  name: 'plans',
  personal: [...PLAN_DATA, ...ATTACHMENT_DATA],
  navigation: [
    { text: 'Plans', href: '/plans', place: 20, needs: 'anywhere' },
    { text: 'Lines of all plans', href: '/lines', place: 21, under: '/plans', needs: 'anywhere' },
    { text: 'Saved views', href: '/views', place: 21, under: '/plans', needs: 'anywhere' },
    { text: 'Priorities', href: '/priorities', place: 25, under: '/plans' },
  ],
  jobs: [...answeredJobs, askOwnersJob, changeManyLinesJob, linkLinesJob, writeFileJob],
  timed: [clearBulkChangesDaily, clearFilesHourly, deletePlansDaily(parts.goWithPlans)],
  panels: registerPanels,
  leaving: noteWhatLeaves,
  routes: async routes => (await import('./routes.ts')).mountPlans(routes, parts),
});
