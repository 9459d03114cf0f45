import { hash } from 'node:crypto';
import { writeIcs } from '../../../../documents/ics/out.ts';
import type { Database, Within } from '../../../../platform/database/database.ts';
import { type Answer, notFound, type Visit } from '../../../../platform/http/visit.ts';
import { type OpenedFeed, openFeed } from '../../actions/open-feed.ts';
import { type FeedAsked, feedRows, feedStamp } from '../../queries/feed-rows.ts';
import { namedFeed } from '../../queries/feeds.ts';
import { followMerged } from '../../queries/merged-channel.ts';
import { feedItems } from '../../rules/feed-items.ts';

/** Who reads by a feed has no name here; nothing is changed and nothing recorded. */
const READER = { id: null, name: 'Reader of a feed' };

/** How it is written; goes up when that changes, so that programs read again what they have. */
const WRITING = 2;

/** What a calendar program reads, by a token and without an account; what it has already is not sent again. */
export const feedPage =
  ({ database, site }: { database: Database; site: string }) =>
  async (visit: Visit): Promise<Answer> => {
    const now = visit.now();
    const feed = await openFeed(database, visit.params.token!, now);
    if (!feed) return notFound;
    const { organisation, sight } = feed;
    const today = now.toZonedDateTimeISO(organisation.zone).toPlainDate();
    const had = visit.request.headers['if-none-match'];
    return database.inOrganisation({ organisation: organisation.id, actor: READER, sight }, within =>
      read(within, feed, { today, had, site }),
    );
  };

type Reading = { today: Temporal.PlainDate; had: string | undefined; site: string };

async function read(within: Within, feed: OpenedFeed, reading: Reading): Promise<Answer> {
  const { today, had, site } = reading;
  const { organisation, onlyEvents } = feed;
  const of = await followMerged(within, feed.of);
  const asked: FeedAsked = { of, account: feed.account, today };
  const name = calendarName(feed, await namedFeed(within, of));
  const stamp = [WRITING, feed.id, today, site, organisation.zone, name, await feedStamp(within, asked)];
  const etag = `"${hash('sha256', stamp.join(' ')).slice(0, 32)}"`;
  const answer = { kind: 'kept-current', mediaType: 'text/calendar; charset=utf-8', etag } as const;
  if (had?.split(',').some(one => one.trim().replace(/^W\//, '') === etag)) return answer;
  const { zone } = organisation;
  const items = feedItems(await feedRows(within, asked), { today, zone, site, onlyEvents });
  return { ...answer, content: writeIcs({ name, zone, items }) };
}

/** As it stands in the list of a calendar program; a marked plan is not named there. */
function calendarName(
  { of, organisation }: OpenedFeed,
  named: { name: string; marked: boolean } | undefined,
): string {
  if (of.kind === 'person') return `My promises, ${organisation.name}`;
  const name = !named || named.marked ? `a ${of.kind}` : named.name;
  return `Promises of ${name}, ${organisation.name}`;
}
