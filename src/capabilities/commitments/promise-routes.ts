import type { Routes } from '../../platform/http/capability.ts';
import { postKeep, postKeepAll } from './pages/plan-promises/acts.ts';
import { planPromisesPage } from './pages/plan-promises/page.ts';
import { postEnd, postLookAgain, postReading, postReopen } from './pages/promise/acts.ts';
import { promisePage } from './pages/promise/page.ts';
import { newPromisePage, postNewPromise } from './pages/promise-new/page.ts';

/** What timings of plans promise: kept, changed, ended. */
export function mountPromises({ get, post }: Routes): void {
  get('/plans/:plan/promises', 'viewer', planPromisesPage);
  post('/plans/:plan/promises', 'editor', postKeep);
  post('/plans/:plan/promises/keep-all', 'editor', postKeepAll);
  get('/plans/:plan/promises/new', 'editor', newPromisePage);
  post('/plans/:plan/promises/new', 'editor', postNewPromise);
  get('/promises/:promise', 'viewer', visit => promisePage(visit));
  post('/promises/:promise/end', 'editor', postEnd);
  post('/promises/:promise/reopen', 'editor', postReopen);
  post('/promises/:promise/reading', 'editor', postReading);
  post('/promises/:promise/look-again', 'editor', postLookAgain);
}
