import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { aroundFacts, spanWords } from '../calendar/around.ts';
import { filterFacts } from '../calendar/filters.ts';
import { loadCalendar, noteShown, readCalendar } from '../calendar/load.ts';
import { weekRow } from '../calendar-month/cells.ts';

/** As many promises of a day as a column holds. */
const MOST = 15;

/** A week of what is due, day beside day. */
export async function weekPage(visit: SignedInVisit): Promise<Answer> {
  const asked = readCalendar(visit, 'week');
  const loaded = await visit.within(within => loadCalendar(within, asked, MOST));
  const marking = noteShown(visit, loaded);
  const facts = {
    calendar: { ...aroundFacts(loaded), ...filterFacts(loaded) },
    row: weekRow(loaded.days, asked),
    due: loaded.days.reduce((sum, day) => sum + day.due, 0),
  };
  return page('commitments/pages/calendar-week/week.njk', facts, {
    title: `${spanWords('week', asked.span)} – Calendar`,
    ...marking,
  });
}
