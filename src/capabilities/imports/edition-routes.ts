import type { Routes } from '../../platform/http/capability.ts';
import { editionPage, postEdition } from './pages/edition/page.ts';
import { postAcceptEdition, postAll, postCompareAgain, postDecisions } from './pages/merge/acts.ts';
import { mergePage, mergeStatusAnswer } from './pages/merge/page.ts';
import { postUndo, undoPage } from './pages/undo/page.ts';

/** A later edition of a plan: which plan, what it changes, what is decided, and all of it taken back. */
export function mountEditions({ get, post }: Routes): void {
  get('/readings/:id/edition', 'editor', editionPage);
  post('/readings/:id/edition', 'editor', postEdition);
  get('/readings/:id/merge', 'editor', mergePage);
  get('/readings/:id/merge/status', 'editor', mergeStatusAnswer);
  post('/readings/:id/merge', 'editor', postDecisions);
  post('/readings/:id/merge/all', 'editor', postAll);
  post('/readings/:id/merge/accept', 'editor', postAcceptEdition);
  post('/readings/:id/merge/again', 'editor', postCompareAgain);
  get('/readings/:id/undo', 'editor', undoPage);
  post('/readings/:id/undo', 'editor', postUndo);
}
