import type { Routes } from '../../platform/http/capability.ts';
import { getFile, postEvidence, postSettle, postUndo } from './pages/occurrence/acts.ts';
import { occurrencePage } from './pages/occurrence/page.ts';
import { movePage, postMove, postMoveBack } from './pages/occurrence-move/page.ts';
import { postEndPostponing, postPostpone, postponePage } from './pages/promise-postpone/page.ts';
import { postSettleMany } from './pages/settle-many/page.ts';
import { postSettledFile, postUndoMany, settledPage } from './pages/settled/page.ts';

const WITH_A_FILE = { upload: true, tooLargeIsShown: true } as const;

/** What became of what was due: said, shown, taken back, moved. */
export function mountSettling({ get, post }: Routes): void {
  post('/occurrences/settle', 'anywhere', postSettleMany);
  get('/occurrences/settled/:settling', 'anywhere', visit => settledPage(visit));
  post('/occurrences/settled/:settling/files', 'anywhere', postSettledFile, WITH_A_FILE);
  post('/occurrences/settled/:settling/undo', 'anywhere', postUndoMany);
  get('/occurrences/:occurrence', 'viewer', visit => occurrencePage(visit));
  get('/occurrences/:occurrence/files/:file', 'viewer', getFile);
  post('/occurrences/:occurrence/settle', 'owner', postSettle, WITH_A_FILE);
  post('/occurrences/:occurrence/evidence', 'owner', postEvidence, WITH_A_FILE);
  post('/occurrences/:occurrence/undo', 'owner', postUndo);
  get('/occurrences/:occurrence/move', 'editor', visit => movePage(visit));
  post('/occurrences/:occurrence/move', 'editor', postMove);
  post('/occurrences/:occurrence/move-back', 'editor', postMoveBack);
  get('/promises/:promise/postpone', 'editor', visit => postponePage(visit));
  post('/promises/:promise/postpone', 'editor', postPostpone);
  post('/promises/:promise/postpone/end', 'editor', postEndPostponing);
}
