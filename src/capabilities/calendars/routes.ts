import type { Routes } from '../../platform/http/capability.ts';
import type { CalendarParts } from './follows.ts';
import { postMissing } from './pages/calendar/missing.ts';
import { calendarPage } from './pages/calendar/page.ts';
import { calendarsPage } from './pages/calendars/page.ts';
import { editCalendar, newCalendar, postCalendar, postNewCalendar } from './pages/edit-calendar/page.ts';
import { editEntry, newEntry, postEntry, postNewEntry } from './pages/edit-entry/page.ts';
import { postCancel, postRemoveEntry, postRestore } from './pages/entry/acts.ts';
import { entryPage } from './pages/entry/page.ts';
import { filePages } from './pages/file/page.ts';
import { postKnownDays, showKnownDays } from './pages/known-days/page.ts';
import { postRemove, showRemove } from './pages/remove-calendar/page.ts';

/** Calendars that promises hang on, with their entries, typed or brought in. */
export function mountCalendars({ get, post }: Routes, parts: CalendarParts): void {
  get('/calendars', 'viewer', calendarsPage);
  get('/calendars/new', 'editor', newCalendar);
  post('/calendars/new', 'editor', postNewCalendar);
  get('/calendars/:calendar', 'viewer', calendarPage);
  get('/calendars/:calendar/edit', 'editor', editCalendar);
  post('/calendars/:calendar/edit', 'editor', postCalendar(parts));
  get('/calendars/:calendar/remove', 'editor', showRemove);
  post('/calendars/:calendar/remove', 'editor', postRemove(parts));
  post('/calendars/:calendar/missing', 'editor', postMissing(parts));
  get('/calendars/:calendar/known-days', 'editor', showKnownDays);
  post('/calendars/:calendar/known-days', 'editor', postKnownDays(parts));
  get('/calendars/:calendar/entries/new', 'editor', newEntry);
  post('/calendars/:calendar/entries/new', 'editor', postNewEntry(parts));
  get('/calendars/:calendar/entries/:entry', 'viewer', entryPage);
  get('/calendars/:calendar/entries/:entry/edit', 'editor', editEntry);
  post('/calendars/:calendar/entries/:entry/edit', 'editor', postEntry(parts));
  post('/calendars/:calendar/entries/:entry/cancel', 'editor', postCancel(parts));
  post('/calendars/:calendar/entries/:entry/restore', 'editor', postRestore(parts));
  post('/calendars/:calendar/entries/:entry/remove', 'editor', postRemoveEntry(parts));
  const file = filePages(parts);
  get('/calendars/:calendar/import', 'editor', file.upload);
  post('/calendars/:calendar/import', 'editor', file.post, { upload: true });
  get('/calendars/:calendar/import/example.csv', 'editor', file.example);
  get('/calendars/:calendar/import/:givenTable', 'editor', file.preview);
  get('/calendars/:calendar/import/:givenTable/problems.csv', 'editor', file.problems);
  post('/calendars/:calendar/import/:givenTable/confirm', 'editor', file.confirm);
  post('/calendars/:calendar/import/:givenTable/discard', 'editor', file.discard);
}
