import type { IcsEvent, IcsTask } from '../../../documents/ics/out.ts';
import { day } from '../../../language/words.ts';
import { uidOf } from '../feed.ts';
import { type Outcome, STATE_WORDS } from '../occurrence.ts';

/** An occurrence as a feed tells it. */
export type FeedRow = {
  id: string;
  commitment: string;
  key: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  /** "18:30" */
  at: string | null;
  dueAt: Temporal.Instant | null;
  outcome: Outcome | null;
  doneOn: Temporal.PlainDate | null;
  settledAt: Temporal.Instant | null;
  sequence: number;
  changed: Temporal.Instant;
  /** OFFICIAL-SENSITIVE, itself or its plan: nothing of its words leaves. */
  marked: boolean;
  about: string;
  forName: string;
  plan: string;
  owner: string | null;
};

export type FeedFacts = {
  today: Temporal.PlainDate;
  zone: string;
  /** Where people open one: "https://commsgrid.example". */
  site: string;
  /** For programs that show no tasks. */
  onlyEvents: boolean;
};

/**
 * What a calendar program shows of occurrences: a day or a time as an event, a window or a limit as a task. A day that is
 * over and of which nobody has said anything is a task besides, so that it does not lie unseen in last week.
 */
export const feedItems = (rows: readonly FeedRow[], facts: FeedFacts): (IcsEvent | IcsTask)[] =>
  rows.flatMap(row => {
    const one: Shown = { ...row, ...facts, overdue: isOverdue(row, facts.today) };
    if (facts.onlyEvents) return [asEvent(one, lastOf(one))];
    if (row.dueAt || !row.from.equals(row.by)) return [asTask(one)];
    const left = one.overdue ? [asTask(one, '-left')] : [];
    return [asEvent(one, timeOf(one)), ...left];
  });

type Shown = FeedRow & FeedFacts & { overdue: boolean };

const isOverdue = ({ outcome, by }: FeedRow, today: Temporal.PlainDate): boolean =>
  outcome === null && Temporal.PlainDate.compare(by, today) < 0;

const timeOf = ({ by, at }: FeedRow): IcsEvent['on'] => (at ? by.toPlainDateTime(at) : by);

/** Without tasks, what may be done any day of a window stands on its last one, and a limit at its moment. */
const lastOf = (one: Shown): IcsEvent['on'] =>
  one.dueAt ? one.dueAt.toZonedDateTimeISO(one.zone).toPlainDateTime() : timeOf(one);

const asEvent = (one: Shown, on: IcsEvent['on']): IcsEvent => ({ kind: 'event', on, ...said(one) });

function asTask(one: Shown, suffix = ''): IcsTask {
  const { outcome, doneOn, settledAt, from, by, dueAt, zone } = one;
  const done = outcome === 'met' || outcome === 'late';
  const about = said(one);
  return {
    ...about,
    kind: 'task',
    uid: about.uid + suffix,
    from,
    due: dueAt ?? by,
    ...(done && { done: doneOn ? doneOn.toZonedDateTime(zone).toInstant() : settledAt! }),
  };
}

const CALLED_OFF: readonly (Outcome | null)[] = ['excused', 'nothing', 'not-triggered', 'postponed'];

/** Twice what was counted: a day on which it becomes overdue is a change that no record notes. */
function said(one: Shown) {
  const { commitment, key, id, sequence, overdue, outcome, marked, plan, site } = one;
  return {
    uid: uidOf(commitment, key),
    sequence: 2 * sequence + (overdue ? 1 : 0),
    changed: overdue ? laterOf(one.changed, dayAfter(one)) : one.changed,
    summary: `${standing(one)}${marked ? 'A marked promise' : named(one)}`,
    description: described(one).join('\n'),
    url: `${site}/occurrences/${id}`,
    categories: marked ? [] : [plan],
    cancelled: CALLED_OFF.includes(outcome),
  };
}

const named = ({ about, forName }: FeedRow): string => (forName ? `${about}: ${forName}` : about);

function standing({ outcome, overdue }: Shown): string {
  if (overdue) return 'Overdue: ';
  if (outcome === null) return '';
  return outcome === 'met' || outcome === 'late' ? 'Done: ' : `${STATE_WORDS[outcome]}: `;
}

function described(one: Shown): string[] {
  const { from, by, marked, owner, plan, site, id, outcome } = one;
  const window = from.equals(by) ? [] : [`Any day from ${day(from)} to ${day(by)}.`];
  const told = marked
    ? ['Sign in to see what it is.']
    : [`Plan: ${plan}.`, `Who does it: ${owner ?? 'nobody yet'}.`];
  const next = outcome === null ? 'Say what became of it' : 'See what became of it';
  return [...window, ...told, `${next}: ${site}/occurrences/${id}`];
}

const dayAfter = ({ by, zone }: Shown): Temporal.Instant =>
  by.add({ days: 1 }).toZonedDateTime(zone).toInstant();

const laterOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) > 0 ? one : other;
