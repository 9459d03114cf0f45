import type { Database } from '../../platform/database/database.ts';
import type { Routes } from '../../platform/http/capability.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { feedPage } from './pages/feeds/feed.ts';
import { feedsPage } from './pages/feeds/page.ts';
import { planCalendar } from './pages/feeds/plan.ts';

/** `database`: whose feed a token reads is found out before the organisation is known. */
export type FeedsParts = { database: Database; settings: Settings };

/** For the programs of an office behind one address, and too few to guess a token by. */
const READ = { aMinute: 120 };

/** Feeds by which calendar programs show what is due, and a plan's dates as a file. */
export function mountFeeds({ get, post, open }: Routes, { database, settings }: FeedsParts): void {
  const feeds = feedsPage(settings.url);
  get('/feeds', 'anywhere', feeds.show);
  post('/feeds', 'anywhere', feeds.make);
  post('/feeds/:feed/revoke', 'anywhere', feeds.revoke);
  get('/plans/:plan/promises.ics', 'viewer', planCalendar(settings.url));
  open('GET', '/feeds/:token.ics', feedPage({ database, site: settings.url }), READ);
}
