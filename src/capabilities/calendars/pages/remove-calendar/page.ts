import { isRefused } from '../../../../language/refusal.ts';
import {
  type Answer,
  notFound,
  page,
  redirect,
  type SignedInVisit,
} from '../../../../platform/http/visit.ts';
import { removeCalendar } from '../../actions/calendars.ts';
import type { CalendarParts } from '../../follows.ts';
import { calendarById, countEntries } from '../../queries/calendars.ts';
import { CALENDARS, calendarAddress, calendarStep, idOf, PLACE, trailOf } from '../addresses.ts';

/** What would be gone with a calendar, before it is. */
export async function showRemove(visit: SignedInVisit): Promise<Answer> {
  const id = idOf(visit, 'calendar');
  const facts =
    id &&
    (await visit.within(async within => {
      const calendar = await calendarById(within, id);
      if (!calendar) return undefined;
      return {
        calendar,
        count: await countEntries(within, id),
        promises: await visit.panel(within, 'promises of a calendar', { calendar: id }),
        here: calendarAddress(id),
      };
    }));
  if (!facts) return notFound;
  const title = `Remove ${facts.calendar.name}`;
  const trail = trailOf(calendarStep(facts.calendar), { text: 'Remove' });
  return page(
    'calendars/pages/remove-calendar/remove.njk',
    { ...facts, title },
    { title, trail, place: PLACE },
  );
}

export const postRemove =
  (parts: CalendarParts) =>
  async (visit: SignedInVisit): Promise<Answer> => {
    const id = idOf(visit, 'calendar');
    const done = id && (await visit.within(within => removeCalendar(within, id, parts, visit.now())));
    if (!done || isRefused(done)) return notFound;
    return redirect(CALENDARS, `${done.removed} is removed. What was done by its dates stays written down.`);
  };
