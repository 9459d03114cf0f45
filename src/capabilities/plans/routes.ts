import type { Routes } from '../../platform/http/capability.ts';
import { mountExports } from './export-routes.ts';
import type { GoesAlong } from './goes-along.ts';
import { mountGovernance } from './governance-routes.ts';
import { type ListsParts, mountLists } from './lists-routes.ts';
import { besidePage } from './pages/beside/page.ts';
import { linePage } from './pages/line/page.ts';
import { editLinePage, saveLinePage } from './pages/line-edit/page.ts';
import { planPage } from './pages/plan/page.ts';
import { editPlanPage, savePlanPage } from './pages/plan-edit/page.ts';
import { plansPage } from './pages/plans/page.ts';
import { mountRecords } from './record-routes.ts';
import { mountRegisterLinks } from './register-routes.ts';
import { mountWorking } from './working-routes.ts';

/** The pages of plans. */
export function mountPlans(routes: Routes, parts: ListsParts & { goesAlong: GoesAlong }): void {
  const { get, post } = routes;
  mountExports(routes);
  mountGovernance(routes);
  mountLists(routes, parts);
  mountWorking(routes, parts.goesAlong);
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
}
