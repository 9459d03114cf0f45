import type { Within } from '../../platform/database/database.ts';

/** Told in the same transaction that entries of a calendar were added, moved, cancelled or removed, or that it is gone. */
export type FollowsCalendars = (within: Within, calendar: string, now: Temporal.Instant) => Promise<void>;

/** What hangs on calendars, given by `app/`. */
export type CalendarParts = { follows: readonly FollowsCalendars[] };
