import type { Subject } from '../../platform/history/history.ts';

/** What became of an occurrence, once somebody said so. */
export const OUTCOMES = [
  'met',
  'late',
  'missed',
  'excused',
  'nothing',
  'not-triggered',
  'postponed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Where an occurrence stands on a day: what somebody said of it, or what the day says while nobody has. */
export type OccurrenceState = Outcome | 'planned' | 'due';

export const STATE_WORDS: Record<OccurrenceState, string> = {
  planned: 'Planned',
  due: 'Due',
  met: 'Met',
  late: 'Met late',
  missed: 'Missed',
  excused: 'Excused',
  nothing: 'Nothing to say',
  'not-triggered': 'Did not apply',
  postponed: 'Postponed',
};

type Dated = { outcome: Outcome | null; from: Temporal.PlainDate; missedFrom: Temporal.PlainDate };

/**
 * No job has to run for an occurrence to be due or missed: the day says it, so that a machine which was down for three
 * days tells the truth at once.
 */
export function stateOn({ outcome, from, missedFrom }: Dated, today: Temporal.PlainDate): OccurrenceState {
  if (outcome) return outcome;
  if (Temporal.PlainDate.compare(today, missedFrom) >= 0) return 'missed';
  return Temporal.PlainDate.compare(today, from) >= 0 ? 'due' : 'planned';
}

export const OCCURRENCE = 'occurrence';
export const occurrenceSubject = (id: string): Subject => ({ kind: OCCURRENCE, id });

/** What one act said of some of them: its history says what was taken back of it, and when. */
export const settlingSubject = (id: string): Subject => ({ kind: 'settling', id });
