import { type Answer, page, type SignedInVisit } from '../../../../platform/http/visit.ts';
import { aroundFacts, spanWords } from '../calendar/around.ts';
import { filterFacts } from '../calendar/filters.ts';
import { loadCalendar, noteShown, readCalendar } from '../calendar/load.ts';
import { dayItems } from './days.ts';

/** As many promises of a day as are listed among other days, and where it is the only one. */
const MOST = 12;
const MOST_OF_ONE_DAY = 500;

/** The days to come, one after the other; also one day with everything that ends on it. */
export async function agendaPage(visit: SignedInVisit): Promise<Answer> {
  const asked = readCalendar(visit, 'agenda');
  const single = asked.span.from.equals(asked.span.by);
  const loaded = await visit.within(within => loadCalendar(within, asked, single ? MOST_OF_ONE_DAY : MOST));
  const marking = noteShown(visit, loaded);
  const facts = {
    calendar: { ...aroundFacts(loaded), ...filterFacts(loaded) },
    days: dayItems(loaded.days, asked),
    due: loaded.days.reduce((sum, day) => sum + day.due, 0),
  };
  return page('commitments/pages/agenda/agenda.njk', facts, {
    title: `${spanWords('agenda', asked.span)} – Calendar`,
    ...marking,
  });
}
