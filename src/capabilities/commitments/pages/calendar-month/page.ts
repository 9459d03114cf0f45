import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { calendarAddress } from '../../rules/calendar-span.ts';
import { aroundFacts, spanWords } from '../calendar/around.ts';
import { filterFacts } from '../calendar/filters.ts';
import { loadCalendar, noteShown, readCalendar } from '../calendar/load.ts';
import { weekRows } from './cells.ts';

/** As many promises of a day as a page shows in a row of weeks, and as a sheet of A3 holds. */
const MOST = 4;
const MOST_ON_A3 = 6;

/** A month of what is due, promise by promise, each day with the few that ask for most attention. */
export async function monthPage(visit: SignedInVisit): Promise<Answer> {
  const asked = readCalendar(visit, 'month');
  const large = visit.query.paper === 'a3';
  const loaded = await visit.within(within => loadCalendar(within, asked, large ? MOST_ON_A3 : MOST));
  const marking = noteShown(visit, loaded);
  const facts = {
    calendar: { ...aroundFacts(loaded), ...filterFacts(loaded) },
    rows: weekRows(loaded.days, asked),
    due: loaded.days.reduce((sum, day) => sum + day.due, 0),
    large,
    smallHref: calendarAddress('month', asked.span, asked.filter),
    largeHref: calendarAddress('month', asked.span, asked.filter, { paper: 'a3' }),
  };
  return page('commitments/pages/calendar-month/month.njk', facts, {
    title: `${spanWords('month', asked.span)} – Calendar`,
    ...marking,
  });
}
