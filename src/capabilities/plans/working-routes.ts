import type { Routes } from '../../platform/http/capability.ts';
import type { GoesAlong } from './goes-along.ts';
import {
  bulkChangePage,
  bulkProgressPage,
  carryOut,
  saveWanted,
  undoChange,
} from './pages/bulk-change/page.ts';
import { pickPage } from './pages/bulk-change/pick.ts';
import { bulkChangesPage } from './pages/bulk-changes/page.ts';
import { moveLinePage } from './pages/line/move.ts';
import { askPage, postAsk } from './pages/line-ask/page.ts';
import { keepNewLine, newLinePage } from './pages/line-new/page.ts';
import { removeLinePage, takeLineOut } from './pages/line-remove/page.ts';
import { correctReadingPage, saveReading } from './pages/line-timing/page.ts';
import { planAskPage, postPlanAsk } from './pages/plan-ask/page.ts';
import { copyPages } from './pages/plan-copy/page.ts';
import { givePlanPart, postPlanDepartment, takePlanPart } from './pages/plan-permissions/acts.ts';
import { planPermissionsPage } from './pages/plan-permissions/page.ts';
import { putPlanBack, removePlanPage, takePlanOut } from './pages/plan-remove/page.ts';
import { removedPlansPage } from './pages/plans-removed/page.ts';
import { putLinesBack, removedLinesPage } from './pages/removed-lines/page.ts';

/** What people do with the lines of a plan, and with plans, besides reading and editing one line. */
export function mountWorking({ get, post }: Routes, goesAlong: GoesAlong): void {
  const copy = copyPages(goesAlong);
  get('/plans/removed', 'anywhere', removedPlansPage);
  get('/plans/:plan/remove', 'editor', removePlanPage);
  post('/plans/:plan/remove', 'editor', takePlanOut);
  post('/plans/:plan/restore', 'editor', putPlanBack);
  get('/plans/:plan/permissions', 'viewer', planPermissionsPage);
  post('/plans/:plan/permissions', 'lead', givePlanPart);
  post('/plans/:plan/permissions/take', 'lead', takePlanPart);
  post('/plans/:plan/permissions/department', 'lead', postPlanDepartment);
  get('/plans/:plan/copy', 'editor', copy.show, { everywhere: true });
  post('/plans/:plan/copy', 'editor', copy.make, { everywhere: true });
  get('/plans/:plan/ask', 'editor', planAskPage);
  post('/plans/:plan/ask', 'editor', postPlanAsk);
  get('/plans/:plan/removed', 'viewer', removedLinesPage);
  post('/plans/:plan/removed', 'editor', putLinesBack);
  get('/plans/:plan/lines/new', 'editor', newLinePage);
  post('/plans/:plan/lines/new', 'editor', keepNewLine);
  get('/plans/:plan/lines/:line/ask', 'editor', askPage);
  post('/plans/:plan/lines/:line/ask', 'editor', postAsk);
  get('/plans/:plan/lines/:line/remove', 'editor', removeLinePage);
  post('/plans/:plan/lines/:line/remove', 'editor', takeLineOut);
  get('/plans/:plan/lines/:line/timing', 'editor', correctReadingPage);
  post('/plans/:plan/lines/:line/timing', 'editor', saveReading);
  post('/plans/:plan/lines/:line/move', 'editor', moveLinePage);
  get('/bulk-changes', 'editor', bulkChangesPage);
  post('/bulk-changes', 'editor', pickPage);
  get('/bulk-changes/:change', 'editor', bulkChangePage);
  post('/bulk-changes/:change', 'editor', saveWanted);
  get('/bulk-changes/:change/progress', 'editor', bulkProgressPage);
  post('/bulk-changes/:change/carry-out', 'editor', carryOut);
  post('/bulk-changes/:change/undo', 'editor', undoChange);
}
