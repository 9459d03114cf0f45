import type { Change, HistoryEntry } from '../../../platform/history/history.ts';
import { type Outcome, STATE_WORDS } from '../occurrence.ts';

/**
 * What the history of one act keeps of what was taken back: each date as a field by its number, since a date that is open
 * again does not know the act any more.
 */
export const openedChanges = (opened: readonly { id: string; outcome: Outcome }[]): Change[] =>
  opened.map(({ id, outcome }) => ({ field: id, before: STATE_WORDS[outcome], after: null }));

/** What was taken back at once, by whom and when. */
export type TakenBack = { by: string; at: Temporal.Instant; dates: string[] };

/** Oldest first. */
export const takenBackOf = (history: readonly HistoryEntry[]): TakenBack[] =>
  history
    .map(({ actor, at, changes }) => ({ by: actor, at, dates: changes.map(({ field }) => field) }))
    .toReversed();
