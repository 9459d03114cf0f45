import type { Routes } from '../../platform/http/capability.ts';
import { postConcernAnswer, postConcernOwner, postConcernTold } from './pages/concern/acts.ts';
import { concernPage } from './pages/concern/page.ts';
import { postConcerns } from './pages/concern/raise.ts';
import { concernsPage } from './pages/concerns/page.ts';

/** What people were worried about where promises were kept: answered, and told back. */
export function mountConcerns({ get, post }: Routes): void {
  get('/concerns', 'anywhere', concernsPage);
  get('/concerns/:concern', 'viewer', visit => concernPage(visit));
  post('/concerns/:concern/answer', 'owner', postConcernAnswer);
  post('/concerns/:concern/told', 'owner', postConcernTold);
  post('/occurrences/:occurrence/concerns', 'owner', postConcerns);
  post('/concerns/:concern/owner', 'editor', postConcernOwner);
}
