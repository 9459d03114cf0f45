import type { Capability } from '../../platform/http/capability.ts';
import type { CalendarParts } from './follows.ts';

/** The dated things outside plans that promises hang on: terms, meetings, events, festivals, elections. */
export function calendarsCapability(_parts: CalendarParts): Capability {
  return { name: 'calendars' };
}
