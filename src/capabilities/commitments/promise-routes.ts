import type { Routes } from '../../platform/http/capability.ts';
import { postKeep, postKeepAll } from './pages/plan-promises/acts.ts';
import { planPromisesPage } from './pages/plan-promises/page.ts';
import { newPromisePage, postNewPromise } from './pages/promise-new/page.ts';

/** What timings of plans promise: kept, changed, ended. */
export function mountPromises({ get, post }: Routes): void {
  get('/plans/:plan/promises', 'viewer', planPromisesPage);
  post('/plans/:plan/promises', 'editor', postKeep);
  post('/plans/:plan/promises/keep-all', 'editor', postKeepAll);
  get('/plans/:plan/promises/new', 'editor', newPromisePage);
  post('/plans/:plan/promises/new', 'editor', postNewPromise);
}
