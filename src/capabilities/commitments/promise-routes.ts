import type { Routes } from '../../platform/http/capability.ts';
import { postKeep, postKeepAll } from './pages/plan-promises/acts.ts';
import { planPromisesPage } from './pages/plan-promises/page.ts';
import { postEnd, postLookAgain, postReading, postReopen } from './pages/promise/acts.ts';
import { promisePage } from './pages/promise/page.ts';
import { editPromisePage, postEditPromise } from './pages/promise-edit/page.ts';
import { postPromiseFor, promiseForPage } from './pages/promise-for/page.ts';
import { newPromisePage, postNewPromise } from './pages/promise-new/page.ts';
import { postSettings, settingsPage } from './pages/settings/page.ts';

/** What timings of plans promise: kept, changed, ended. */
export function mountPromises({ get, post }: Routes): void {
  get('/plans/:plan/promises', 'viewer', planPromisesPage);
  post('/plans/:plan/promises', 'editor', postKeep);
  post('/plans/:plan/promises/keep-all', 'editor', postKeepAll);
  get('/plans/:plan/promises/new', 'editor', newPromisePage);
  post('/plans/:plan/promises/new', 'editor', postNewPromise);
  get('/promises/:promise', 'viewer', visit => promisePage(visit));
  get('/promises/:promise/edit', 'editor', editPromisePage);
  post('/promises/:promise/edit', 'editor', postEditPromise);
  get('/promises/:promise/for/:commitment', 'editor', promiseForPage);
  post('/promises/:promise/for/:commitment', 'editor', postPromiseFor);
  post('/promises/:promise/end', 'editor', postEnd);
  post('/promises/:promise/reopen', 'editor', postReopen);
  post('/promises/:promise/reading', 'editor', postReading);
  post('/promises/:promise/look-again', 'editor', postLookAgain);
  get('/organisation/promises', 'administrator', settingsPage);
  post('/organisation/promises', 'administrator', postSettings);
}
