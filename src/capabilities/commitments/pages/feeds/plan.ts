import { writeIcs } from '../../../../documents/ics/out.ts';
import { type Answer, notFound, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { feedRows } from '../../queries/feed-rows.ts';
import { namedFeed } from '../../queries/feeds.ts';
import { feedItems } from '../../rules/feed-items.ts';
import { identified } from '../identified.ts';

/**
 * The dates of a plan as a file for a calendar program, as they stand now. As in a feed, of what is marked there are the days
 * and no word.
 */
export const planCalendar =
  (site: string) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const plan = identified(visit.params.plan);
    if (!plan) return notFound;
    const { account, organisation } = visit.who;
    const of = { kind: 'plan', id: plan } as const;
    const today = visit.today();
    const found = await visit.within(async within => {
      const named = await namedFeed(within, of);
      return named && { named, rows: await feedRows(within, { of, account: account.id, today }) };
    });
    if (!found) return notFound;
    const name = found.named.marked ? 'A marked plan' : found.named.name;
    const zone = organisation.timeZone;
    const items = feedItems(found.rows, { today, zone, site, onlyEvents: false });
    return {
      kind: 'file',
      name: `${name}.ics`,
      mediaType: 'text/calendar; charset=utf-8',
      content: writeIcs({ name, zone, items }),
    };
  };
