import type { Database } from '../../platform/database/database.ts';
import type { Routes } from '../../platform/http/capability.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { KeptList } from './kept-list.ts';
import { allLinesPage } from './pages/lines/page.ts';
import { sharedViewPage } from './pages/shared-view/page.ts';
import { postDeleteView, postRestoreView } from './pages/view-edit/delete.ts';
import { newViewPage, postView } from './pages/view-edit/new.ts';
import { editViewPage, postAsked, saveViewPage } from './pages/view-edit/page.ts';
import { viewLinksPage } from './pages/view-links/page.ts';
import { openView, viewsPage } from './pages/views/page.ts';

/** `database`: whose view a link reads is found out before the organisation is known. `lists`: others that views are kept of. */
export type ListsParts = { database: Database; settings: Settings; lists: readonly KeptList[] };

/** For an office of readers behind one address, and too few to guess a token by. */
const READ = { aMinute: 300 };

/** Lists across plans, what of them is kept as views, and the links by which others read these. */
export function mountLists({ get, post, open }: Routes, { database, settings, lists }: ListsParts): void {
  const links = viewLinksPage(settings.url);
  get('/lines', 'anywhere', allLinesPage);
  get('/views', 'anywhere', viewsPage(lists));
  post('/views', 'anywhere', postView(lists));
  get('/views/new', 'anywhere', newViewPage(lists));
  get('/views/:view', 'anywhere', openView);
  get('/views/:view/edit', 'anywhere', editViewPage);
  post('/views/:view/edit', 'anywhere', saveViewPage);
  post('/views/:view/asked', 'anywhere', postAsked(lists));
  post('/views/:view/delete', 'anywhere', postDeleteView);
  post('/views/:view/restore', 'anywhere', postRestoreView);
  get('/views/:view/links', 'editor', links.show);
  post('/views/:view/links', 'editor', links.make);
  post('/views/:view/links/:link/revoke', 'editor', links.revoke);
  open('GET', '/shared/:token', sharedViewPage(database), READ);
}
