import type { Routes } from '../../platform/http/capability.ts';
import { postDoesNotApply, postUndo } from './pages/happening/acts.ts';
import { happeningPage } from './pages/happening/page.ts';
import { newHappeningPage, postHappening } from './pages/happening-new/page.ts';
import { happeningsPage } from './pages/happenings/page.ts';

/** What happened that promises wait for: recorded by people, or by itself. */
export function mountHappenings({ get, post }: Routes): void {
  get('/happenings', 'viewer', happeningsPage);
  post('/happenings', 'owner', postHappening);
  get('/happenings/new', 'owner', newHappeningPage);
  get('/happenings/:happening', 'viewer', visit => happeningPage(visit));
  post('/happenings/:happening/undo', 'owner', postUndo);
  post('/happenings/:happening/does-not-apply', 'owner', postDoesNotApply);
}
