import type { Routes } from '../../platform/http/capability.ts';
import { moveLinePage } from './pages/line/move.ts';
import { keepNewLine, newLinePage } from './pages/line-new/page.ts';
import { removeLinePage, takeLineOut } from './pages/line-remove/page.ts';
import { putPlanBack, removePlanPage, takePlanOut } from './pages/plan-remove/page.ts';
import { removedPlansPage } from './pages/plans-removed/page.ts';
import { putLinesBack, removedLinesPage } from './pages/removed-lines/page.ts';

/** What people do with the lines of a plan, and with plans, besides reading and editing one line. */
export function mountWorking({ get, post }: Routes): void {
  get('/plans/removed', 'viewer', removedPlansPage);
  get('/plans/:plan/remove', 'editor', removePlanPage);
  post('/plans/:plan/remove', 'editor', takePlanOut);
  post('/plans/:plan/restore', 'editor', putPlanBack);
  get('/plans/:plan/removed', 'viewer', removedLinesPage);
  post('/plans/:plan/removed', 'editor', putLinesBack);
  get('/plans/:plan/lines/new', 'editor', newLinePage);
  post('/plans/:plan/lines/new', 'editor', keepNewLine);
  get('/plans/:plan/lines/:line/remove', 'editor', removeLinePage);
  post('/plans/:plan/lines/:line/remove', 'editor', takeLineOut);
  post('/plans/:plan/lines/:line/move', 'editor', moveLinePage);
}
