import type { Routes } from '../../platform/http/capability.ts';
import { getFile, postEvidence, postSettle, postUndo } from './pages/occurrence/acts.ts';
import { occurrencePage } from './pages/occurrence/page.ts';

const WITH_A_FILE = { upload: true, tooLargeIsShown: true } as const;

/** What became of what was due: said, shown, taken back, moved. */
export function mountSettling({ get, post }: Routes): void {
  get('/occurrences/:occurrence', 'viewer', visit => occurrencePage(visit));
  get('/occurrences/:occurrence/files/:file', 'viewer', getFile);
  post('/occurrences/:occurrence/settle', 'owner', postSettle, WITH_A_FILE);
  post('/occurrences/:occurrence/evidence', 'owner', postEvidence, WITH_A_FILE);
  post('/occurrences/:occurrence/undo', 'owner', postUndo);
}
