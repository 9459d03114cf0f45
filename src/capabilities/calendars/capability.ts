import type { Capability } from '../../platform/http/capability.ts';
import type { CalendarParts } from './follows.ts';

/** The dated things outside plans that promises hang on: terms, meetings, events, festivals, elections. */
export function calendarsCapability(parts: CalendarParts): Capability {
  return {
    name: 'calendars',
    // nothing personal: titles, days and times, and of a file nothing else
    personal: [],
    sample: async (within, now) => (await import('./sample.ts')).sampleCalendars(within, parts, now),
    routes: async routes => (await import('./routes.ts')).mountCalendars(routes, parts),
    organisationPages: [
      {
        group: 'Days and hours',
        text: 'Calendars',
        href: '/calendars',
        hint: 'School terms, meetings, events, festivals and elections',
        needs: 'viewer',
      },
    ],
  };
}
