import type { Within } from '../../../platform/database/database.ts';
import type { FieldSaid } from '../request.ts';
import type { Sayer, Way } from '../update.ts';

/** An answer as the job of its kind reads it: what was asked, and what somebody said to it. */
export type AnswerGiven = {
  request: string;
  kind: string;
  /** Under whose name of the register it was asked, also where it was asked of somebody else since. */
  owner: string | null;
  /** Who was asked in place of whom the name means: what is said is said for them, whoever stands in for them. */
  instead: string | null;
  choice: string;
  note: string;
  name: string;
  /** On which day it was done, where they were asked that. */
  day: Temporal.PlainDate | null;
  /** What they put into the fields of the answer, by name; of those left empty nothing. */
  said: Record<string, string>;
  /** Answers that were given to the same request before; this one stands in their place. */
  earlier: string[];
  /** When it was kept; what a colleague wrote down may have been said on a day before. */
  at: Temporal.Instant;
  by: Sayer;
  /** What was asked about; `picked`: and what the answer is about, where some were ticked. */
  records: { kind: string; id: string; picked: boolean }[];
};

/**
 * Takes an answer for doing what it does, in the transaction that does it: nothing comes back where that was done, so
 * that a job which runs twice does it once. Nor where somebody has answered again since.
 */
export async function takeAnswer(
  within: Within,
  update: string,
  now: Temporal.Instant,
): Promise<AnswerGiven | undefined> {
  const { db } = within;
  const taken = await db
    .updateTable('request_updates')
    .set({ done_at: now })
    .where('id', '=', update)
    .where('kind', '=', 'answer')
    .where('done_at', 'is', null)
    .returning(['request_id as request', 'choice', 'note', 'name', 'picked', 'at'])
    .returning(['done_on as day', 'said'])
    .returning(['by_id as person', 'by_name as by', 'by_link as byLink'])
    .returning(['written_by as writtenBy', 'written_by_id as byId', 'way', 'said_on as on'])
    .executeTakeFirst();
  if (!taken) return undefined;
  const answers = await answersTo(within, taken.request);
  if (answers.at(-1)!.id !== update) return undefined;
  const { kind, owner, first, asked } = await db
    .selectFrom('requests')
    .select(['kind', 'owner_id as owner', 'first_owner_id as first', 'person_id as asked'])
    .where('id', '=', taken.request)
    .executeTakeFirstOrThrow();
  const records = await db
    .selectFrom('request_records')
    .select(['kind', 'record_id as id'])
    .where('request_id', '=', taken.request)
    .orderBy('position')
    .execute();
  const { picked, person, by, byLink, said, writtenBy, byId, way, on, ...given } = taken;
  const written = way && on ? { by: writtenBy, byId, way: way as Way, on } : undefined;
  return {
    ...given,
    said: Object.fromEntries((said as FieldSaid[]).map(({ name, value }) => [name, value])),
    kind,
    owner: owner ?? first,
    instead: first && asked,
    earlier: answers.slice(0, -1).map(({ id }) => id),
    by: { person, name: by, byLink, ...(written && { written }) },
    records: records.map(one => ({ ...one, picked: !picked || picked.includes(one.id) })),
  };
}

/** The answers to a request, in their order; which of them counts is the last. */
function answersTo({ db }: Within, request: string): Promise<{ id: string }[]> {
  return db
    .selectFrom('request_updates')
    .select('id')
    .where('request_id', '=', request)
    .where('kind', '=', 'answer')
    .orderBy('number')
    .execute();
}
