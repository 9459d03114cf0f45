import { hash } from 'node:crypto';
import type { Subject } from '../../platform/history/history.ts';
import type { Poll } from '../../timing/working/pre-election.ts';

/** What a calendar is of. Elections have more to say of each entry than the others. */
export const CALENDAR_KINDS = ['terms', 'meetings', 'events', 'festivals', 'elections'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export const KIND_WORDS: Record<CalendarKind, string> = {
  terms: 'School terms and holidays',
  meetings: 'Meetings',
  events: 'Local events',
  festivals: 'Festivals and awareness days',
  elections: 'Elections',
};

/** `area`: where it holds; null for everywhere. */
export type CalendarValues = { name: string; kind: CalendarKind; area: string | null };

export type Calendar = CalendarValues & {
  id: string;
  version: number;
  /** When an iCalendar file was last put in. */
  fileAt: Temporal.Instant | null;
};

/** What an election has besides its day. `area`: where it is held; null for wherever its calendar holds. */
export type ElectionValues = { poll: Poll; area: string | null; startsOn: Temporal.PlainDate | null };

export type EntryValues = {
  title: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  /** When it begins on its first day, in the organisation's own time: "19:00". */
  at: string | null;
  /** In calendars of elections, and nowhere else. */
  election: ElectionValues | null;
};

export type Entry = EntryValues & {
  id: string;
  calendar: string;
  uid: string;
  version: number;
  cancelledAt: Temporal.Instant | null;
  /** When an iCalendar file last had it; null for what belongs to no such file. */
  seenAt: Temporal.Instant | null;
};

/**
 * The identifier of an entry, made of who it is for ever: one that was removed and comes back in a file is the same again,
 * and so is all that hangs on it.
 */
export function entryId(calendar: string, uid: string): string {
  const digits = hash('sha256', `${calendar} ${uid}`);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`, // version 8 of RFC 9562: made as its maker likes
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

export const calendarSubject = (id: string): Subject => ({ kind: 'calendar', id });
export const entrySubject = (id: string): Subject => ({ kind: 'calendar entry', id });
