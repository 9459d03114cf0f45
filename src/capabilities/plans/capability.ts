import type { Capability } from '../../platform/http/capability.ts';
import { ATTACHMENT_DATA } from '../attachments/index.ts';
import { answeredJobs } from './asking/answered-jobs.ts';
import { askOwnersJob } from './asking/ask-owners-job.ts';
import { changeManyLinesJob } from './bulk-change-job.ts';
import { clearBulkChangesDaily } from './clear-bulk-changes-job.ts';
import { clearFilesHourly } from './clear-files-job.ts';
import { deletePlansDaily } from './delete-plans-job.ts';
import { mountExports } from './export-routes.ts';
import { mountGovernance } from './governance-routes.ts';
import { linkLinesJob } from './link-lines-job.ts';
import { type ListsParts, mountLists } from './lists-routes.ts';
import { besidePage } from './pages/beside/page.ts';
import { linePage } from './pages/line/page.ts';
import { editLinePage, saveLinePage } from './pages/line-edit/page.ts';
import { noteWhatLeaves } from './pages/note-reads.ts';
import { planPage } from './pages/plan/page.ts';
import { editPlanPage, savePlanPage } from './pages/plan-edit/page.ts';
import { plansPage } from './pages/plans/page.ts';
import { registerPanels } from './pages/register-lines/panel.ts';
import { PLAN_DATA } from './personal.ts';
import { mountRecords } from './record-routes.ts';
import { mountRegisterLinks } from './register-routes.ts';
import { mountWorking } from './working-routes.ts';
import { writeFileJob } from './write-file-job.ts';

/** Documents made live: their lines in the shape they were printed in, kept up to date, given back as documents. */
export const plansCapability = (parts: ListsParts): Capability => ({
  name: 'plans',
  personal: [...PLAN_DATA, ...ATTACHMENT_DATA],
  navigation: [
    { text: 'Plans', href: '/plans', place: 20, needs: 'anywhere' },
    { text: 'Lines of all plans', href: '/lines', place: 21, under: '/plans', needs: 'anywhere' },
    { text: 'Saved views', href: '/views', place: 21, under: '/plans', needs: 'anywhere' },
    { text: 'Priorities', href: '/priorities', place: 25, under: '/plans' },
  ],
  jobs: [...answeredJobs, askOwnersJob, changeManyLinesJob, linkLinesJob, writeFileJob],
  timed: [clearBulkChangesDaily, clearFilesHourly, deletePlansDaily],
  panels: registerPanels,
  leaving: noteWhatLeaves,
  routes: routes => {
    const { get, post } = routes;
    mountExports(routes);
    mountGovernance(routes);
    mountLists(routes, parts);
    mountWorking(routes);
    mountRegisterLinks(routes);
    mountRecords(routes);
    get('/plans', 'anywhere', plansPage);
    get('/plans/:plan', 'viewer', planPage);
    get('/plans/:plan/beside', 'viewer', besidePage);
    get('/plans/:plan/edit', 'editor', editPlanPage);
    post('/plans/:plan/edit', 'editor', savePlanPage);
    get('/plans/:plan/lines/:line', 'viewer', linePage);
    get('/plans/:plan/lines/:line/edit', 'owner', editLinePage);
    post('/plans/:plan/lines/:line/edit', 'owner', saveLinePage);
  },
});
