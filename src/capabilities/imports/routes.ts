import type { Routes } from '../../platform/http/capability.ts';
import { mountEditions } from './edition-routes.ts';
import { cellsPage, postCells } from './pages/cells/page.ts';
import { discardPage, postDiscard } from './pages/discard/page.ts';
import { linePage, postLine } from './pages/line/page.ts';
import { postJoin, postPart } from './pages/line/parts.ts';
import { postBeside, postDropRow } from './pages/line/row-acts.ts';
import { newPage, postNew } from './pages/new/page.ts';
import { ownersPage, postOwners } from './pages/owners/page.ts';
import { postTakeBack, putRightPage } from './pages/put-right/page.ts';
import { postAccept, postAgain, postColumns, postDoubt } from './pages/reading/acts.ts';
import { postDrop } from './pages/reading/drop.ts';
import { readingPage, statusAnswer } from './pages/reading/page.ts';
import { readingsPage } from './pages/readings/page.ts';
import { restPage } from './pages/rest/page.ts';
import { postSplit, splitPage } from './pages/split/page.ts';

/** The pages on which a document is given in, checked and accepted. */
export function mountReadings(routes: Routes, uploadLimit: number): void {
  const { get, post } = routes;
  get('/readings', 'editor', readingsPage);
  get('/readings/new', 'editor', newPage(uploadLimit));
  post('/readings', 'editor', postNew(uploadLimit), { upload: true });
  get('/readings/:id', 'editor', readingPage(uploadLimit));
  get('/readings/:id/status', 'editor', statusAnswer);
  get('/readings/:id/rest', 'editor', restPage);
  get('/readings/:id/owners', 'editor', ownersPage);
  post('/readings/:id/owners', 'editor', postOwners);
  post('/readings/:id/columns', 'editor', postColumns);
  post('/readings/:id/doubts', 'editor', postDoubt);
  post('/readings/:id/accept', 'editor', postAccept);
  post('/readings/:id/again', 'editor', postAgain);
  get('/readings/:id/discard', 'editor', discardPage);
  post('/readings/:id/discard', 'editor', postDiscard);
  get('/readings/:id/lines/:table/:row', 'editor', linePage);
  post('/readings/:id/lines/:table/:row', 'editor', postLine);
  post('/readings/:id/lines/:table/:row/part', 'editor', postPart);
  post('/readings/:id/lines/:table/:row/join', 'editor', postJoin);
  post('/readings/:id/lines/:table/:row/drop', 'editor', postDropRow);
  post('/readings/:id/lines/:table/:row/beside', 'editor', postBeside);
  get('/readings/:id/lines/:table/:row/split', 'editor', splitPage);
  post('/readings/:id/lines/:table/:row/split', 'editor', postSplit);
  post('/readings/:id/drop', 'editor', postDrop);
  get('/readings/:id/put-right', 'editor', putRightPage);
  post('/readings/:id/take-back', 'editor', postTakeBack);
  get('/readings/:id/cells', 'editor', cellsPage);
  post('/readings/:id/cells', 'editor', postCells);
  mountEditions(routes);
}
