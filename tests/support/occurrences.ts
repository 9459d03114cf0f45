import type { Outcome } from '../../src/capabilities/commitments/occurrence.ts';
import type { Within } from '../../src/platform/database/database.ts';

/** One date of a promise as a test wants it; written as it stands, whatever its series says. */
export type StagedOccurrence = {
  by: string;
  /** The same day, where nothing is said. */
  from?: string;
  at?: string;
  outcome?: Outcome;
  doneOn?: string;
  wasMissed?: boolean;
  reason?: string;
  graceDays?: number;
  /** By its last day, where nothing is said. */
  key?: string;
};

const day = (text: string) => Temporal.PlainDate.from(text);

/** Dates of a promise that is there already, for one of those whom it is kept for or, where none is named, for all. */
export async function stageOccurrences(
  { db }: Within,
  of: { promise: string; for?: string },
  occurrences: StagedOccurrence[],
  now: Temporal.Instant,
): Promise<string[]> {
  const commitments = await db
    .selectFrom('commitments')
    .select('id')
    .where('promise_id', '=', of.promise)
    .$if(of.for !== undefined, query => query.where('for_name', '=', of.for!))
    .orderBy('for_name')
    .execute();
  const rows = commitments.flatMap(({ id }) =>
    occurrences.map(
      ({
        by,
        from = by,
        at,
        outcome,
        doneOn,
        wasMissed = false,
        reason = '',
        graceDays = 0,
        key = `staged ${by}`,
      }) => ({
        commitment_id: id,
        promise_id: of.promise,
        key,
        first_from: day(from),
        first_by: day(by),
        from_day: day(from),
        by_day: day(by),
        at: at ?? null,
        missed_from: day(by).add({ days: graceDays + 1 }),
        outcome: outcome ?? null,
        done_on: doneOn ? day(doneOn) : null,
        was_missed: wasMissed,
        reason,
        settled_at: outcome ? now : null,
        settled_by: outcome ? 'Ada Marsh' : '',
        changed_at: now,
      }),
    ),
  );
  const made = await db.insertInto('occurrences').values(rows).returning('id').execute();
  return made.map(({ id }) => id);
}
