import type { Routes } from '../../platform/http/capability.ts';
import { changesPage } from './pages/changes/page.ts';
import { postAgreement, postShowing, postTakeBack } from './pages/governance/acts.ts';
import { governancePage } from './pages/governance/page.ts';
import { editGovernancePage, saveGovernancePage } from './pages/governance-edit/page.ts';
import { overviewPage } from './pages/overview/page.ts';
import { prioritiesPage } from './pages/priorities/page.ts';
import { priorityPage } from './pages/priority/page.ts';
import {
  editPriorityPage,
  newPriorityPage,
  postPriority,
  savePriorityPage,
} from './pages/priority-edit/page.ts';
import { lineServesPage, planServesPage, postLineServes, postPlanServes } from './pages/serving/page.ts';
import { postLinks, unservedPage } from './pages/unserved/page.ts';

/** Who keeps and agreed a plan, what was changed since, and what plans and lines are for. */
export function mountGovernance({ get, post }: Routes): void {
  get('/plans/:plan/overview', 'viewer', overviewPage);
  get('/plans/:plan/governance', 'viewer', governancePage);
  get('/plans/:plan/governance/edit', 'editor', editGovernancePage);
  post('/plans/:plan/governance/edit', 'editor', saveGovernancePage);
  post('/plans/:plan/agreements', 'editor', postAgreement);
  post('/plans/:plan/showings', 'editor', postShowing);
  post('/plans/:plan/governance/take-back', 'editor', postTakeBack);
  get('/plans/:plan/changes', 'viewer', changesPage);
  get('/plans/:plan/priorities', 'editor', planServesPage);
  post('/plans/:plan/priorities', 'editor', postPlanServes);
  get('/plans/:plan/lines/:line/priorities', 'editor', lineServesPage);
  post('/plans/:plan/lines/:line/priorities', 'editor', postLineServes);
  get('/priorities', 'viewer', prioritiesPage);
  post('/priorities', 'editor', postPriority);
  get('/priorities/new', 'editor', newPriorityPage);
  get('/priorities/unserved', 'viewer', unservedPage);
  post('/priorities/links', 'editor', postLinks);
  get('/priorities/:priority', 'viewer', priorityPage);
  get('/priorities/:priority/edit', 'editor', editPriorityPage);
  post('/priorities/:priority/edit', 'editor', savePriorityPage);
}
