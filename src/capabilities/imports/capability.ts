import type { Capability, Routes } from '../../platform/http/capability.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { readDocumentJob } from './jobs.ts';
import { discardPage, postDiscard } from './pages/discard/page.ts';
import { linePage, postLine } from './pages/line/page.ts';
import { postJoin, postPart } from './pages/line/parts.ts';
import { newPage, postNew } from './pages/new/page.ts';
import { postAccept, postAgain, postColumns, postDoubt } from './pages/reading/acts.ts';
import { readingPage, statusAnswer } from './pages/reading/page.ts';
import { readingsPage } from './pages/readings/page.ts';
import { restPage } from './pages/rest/page.ts';
import { sample } from './sample.ts';

/** From a document to a plan, checked by a person. */
export function importsCapability({ settings }: { settings: Pick<Settings, 'uploadLimit'> }): Capability {
  return {
    name: 'imports',
    jobs: [readDocumentJob],
    sample,
    routes: routes => mount(routes, settings.uploadLimit),
  };
}

function mount({ get, post }: Routes, uploadLimit: number): void {
  get('/readings', 'editor', readingsPage);
  get('/readings/new', 'editor', newPage(uploadLimit));
  post('/readings', 'editor', postNew(uploadLimit), { upload: true });
  get('/readings/:id', 'editor', readingPage(uploadLimit));
  get('/readings/:id/status', 'editor', statusAnswer);
  get('/readings/:id/rest', 'editor', restPage);
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
}
