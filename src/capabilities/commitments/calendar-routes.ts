import type { Routes } from '../../platform/http/capability.ts';
import { agendaPage } from './pages/agenda/page.ts';
import { monthPage } from './pages/calendar-month/page.ts';
import { weekPage } from './pages/calendar-week/page.ts';
import { todayPage } from './pages/today/page.ts';

/** What needs somebody today, and what is due on the days of a month, a week, or so many to come. */
export function mountCalendar({ get }: Routes): void {
  get('/today', 'anywhere', todayPage);
  get('/calendar', 'anywhere', monthPage);
  get('/calendar/week', 'anywhere', weekPage);
  get('/calendar/agenda', 'anywhere', agendaPage);
}
