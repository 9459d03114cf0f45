import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { type OccurrenceNow, occurrencesNow } from '../queries/settleable.ts';
import { MOVED, MOVED_BACK, movedDeed } from '../rules/occurrence-deeds.ts';
import type { When } from '../when.ts';
import { WRITE_DATES } from '../write-dates-asked.ts';

export type Moving = {
  occurrence: string;
  version: number;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  /** "18:30" */
  at?: string | null;
  why: string;
};

/** `missed`: moving it would hide that it was not done in time. `over`: it would be missed on the day it is moved to. */
export type NotMoved = Refusal<
  'not-found' | 'changed' | 'settled' | 'missed' | 'reason-needed' | 'order' | 'over'
>;

/** Moves one occurrence; its first dates are kept for ever, and the series goes on as it was. */
export async function moveOccurrence(
  within: Within,
  { occurrence, version, from, by, at = null, why }: Moving,
  { now, today }: When,
): Promise<{ moved: true } | NotMoved> {
  if (!why.trim()) return refuse('reason-needed');
  if (Temporal.PlainDate.compare(by, from) < 0) return refuse('order');
  const found = await movable(within, { occurrence, version }, today);
  if ('refused' in found) return found;
  const missedFrom = by.add({ days: 1 + found.graceDays });
  if (Temporal.PlainDate.compare(missedFrom, today) <= 0) return refuse('over');
  const days = {
    from_day: from,
    by_day: by,
    at,
    missed_from: missedFrom,
    pace: null,
    due_at: null,
    moved_why: why.trim(),
  };
  await put(within, occurrence, days, now);
  const deed = movedDeed(occurrenceSubject(occurrence), MOVED, [found, { from, by }], why.trim());
  await recordMany(within, [deed], now);
  return { moved: true };
}

/** Where it was first; its series and its calendar move it again from then on. */
export async function moveBack(
  within: Within,
  which: { occurrence: string; version: number },
  { now, today }: When,
): Promise<{ moved: true } | NotMoved> {
  const found = await movable(within, which, today);
  if ('refused' in found) return found;
  const first = { from: found.firstFrom, by: found.firstBy };
  const missedFrom = first.by.add({ days: 1 + found.graceDays });
  if (Temporal.PlainDate.compare(missedFrom, today) <= 0) return refuse('over');
  const days = { from_day: first.from, by_day: first.by, missed_from: missedFrom, moved_why: '' };
  await put(within, which.occurrence, days, now);
  await recordMany(within, [movedDeed(occurrenceSubject(which.occurrence), MOVED_BACK, [found, first])], now);
  await enqueue(within, WRITE_DATES, { promise: found.promise }, now); // its hour and pace are the series's to say
  return { moved: true };
}

async function movable(
  within: Within,
  { occurrence, version }: { occurrence: string; version: number },
  today: Temporal.PlainDate,
): Promise<OccurrenceNow | NotMoved> {
  const [found] = await occurrencesNow(within, [occurrence]);
  if (!found?.stands) return refuse('not-found');
  if (found.outcome) return refuse('settled');
  if (found.version !== version) return refuse('changed');
  return Temporal.PlainDate.compare(found.missedFrom, today) <= 0 ? refuse('missed') : found;
}

type Days = {
  from_day: Temporal.PlainDate;
  by_day: Temporal.PlainDate;
  missed_from: Temporal.PlainDate;
  moved_why: string;
  at?: string | null;
  pace?: null;
  due_at?: null;
};

const put = ({ db }: Within, id: string, days: Days, now: Temporal.Instant) =>
  db
    .updateTable('occurrences')
    .set(row => ({
      ...days,
      changed_at: now,
      sequence: row('sequence', '+', 1),
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .execute();
