import type { Change, DeedTo, Subject } from '../../../platform/history/history.ts';
import { STATE_WORDS } from '../occurrence.ts';
import type { SettledAs } from './settled-as.ts';

/** What the history of an occurrence says was done to it, in the words that it is kept under. */
export const SETTLED = 'said what became of it';
export const OPENED_AGAIN = 'took back what was said of it';
export const SHOWN = 'added evidence';
export const MOVED = 'moved';
export const MOVED_BACK = 'moved back to its first date';
export const FOLLOWED = 'followed its series';
export const FOLLOWED_DAYS = 'followed the days that are worked';
export const CLOSED_BY_CALENDAR = 'The calendar does not have it any more.';
export const OPENED_BY_CALENDAR = 'opened again: the calendar has it again';
export const MISSED_WHEN_GONE = 'missed before its line went out of the plan';
export const POSTPONED = 'postponed';
export const POSTPONING_ENDED = 'stopped postponing';
export const POSTPONING_OVER = 'was postponed until now';

type Days = { from: Temporal.PlainDate; by: Temporal.PlainDate };

export const settledDeed = (
  subject: Subject,
  { outcome, doneOn, wasMissed }: SettledAs,
  reason: string,
): DeedTo => ({
  subject,
  action: SETTLED,
  changes: [
    { field: 'what became of it', before: null, after: STATE_WORDS[outcome] },
    ...said('done on', doneOn?.toString()),
    ...said('reason', reason),
    ...said('had been missed', wasMissed && outcome !== 'missed' ? 'yes' : ''),
  ],
});

export const evidenceDeed = (subject: Subject, note: string): DeedTo => ({
  subject,
  action: SHOWN,
  changes: said('note', note),
});

export const movedDeed = (
  subject: Subject,
  action: string,
  [was, is]: [Days, Days],
  reason = '',
): DeedTo => ({
  subject,
  action,
  changes: [{ field: 'due', before: daysWord(was), after: daysWord(is) }, ...said('reason', reason)],
});

const daysWord = ({ from, by }: Days): string => (from.equals(by) ? `${by}` : `${from} to ${by}`);

const said = (field: string, after: string | undefined): Change[] =>
  after ? [{ field, before: null, after }] : [];

/** Why something was done, which stands under what was done. */
export const isReason = ({ field }: Change): boolean => field === 'reason' || field === 'note';
