import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { json } from '../../../../platform/database/json.ts';
import { askingRows, decisionsOf, type StoredRow } from '../../queries/edition/merges.ts';
import {
  answerTo,
  type Decision,
  type Question,
  questionsOf,
  undecidedIn,
} from '../../rules/edition/decisions.ts';

/** What somebody says to one question; undefined where they say nothing. `known`: what was said to it before. */
export type Answer = (
  question: Question,
  row: StoredRow,
  known: Decision | undefined,
) => Decision | undefined;

/**
 * Keeps at once what a person decided, so that nothing is lost when they leave. `version`: of the comparison that they
 * looked at; when there is a later one, nothing is kept. How many questions were answered comes back.
 */
export async function decide(
  within: Within,
  reading: string,
  { version, answer }: { version: number; answer: Answer },
  now: Temporal.Instant,
): Promise<{ decided: number } | Refusal<'changed'>> {
  const merge = await within.db
    .selectFrom('merges')
    .select('version')
    .where('reading_id', '=', reading)
    .where('status', '=', 'made')
    .forUpdate()
    .executeTakeFirst();
  if (merge?.version !== version) return refuse('changed');
  const rows = await askingRows(within, reading);
  const before = await decisionsOf(within, reading);
  const made = rows.flatMap(row =>
    questionsOf(row).flatMap(question => {
      const known = answerTo(question, before);
      const decision = answer(question, row, known);
      return decision && JSON.stringify(decision) !== JSON.stringify(known) ? [{ question, decision }] : [];
    }),
  );
  await storeDecisions(within, reading, made, now);
  const after = new Map([...before, ...made.map(one => [one.question.name, one.decision] as const)]);
  const counted = rows
    .map(row => ({ position: row.position, undecided: undecidedIn(row, after), was: row.undecided }))
    .filter(({ undecided, was }) => undecided !== was);
  await storeUndecided(within, reading, counted);
  return { decided: made.length };
}

type Made = { question: Question; decision: Decision };

async function storeDecisions(
  { db, actor }: Within,
  reading: string,
  made: Made[],
  now: Temporal.Instant,
): Promise<void> {
  if (!made.length) return;
  const rows = made.map(({ question, decision }) => ({ question: question.name, decision }));
  await sql`
    insert into merge_decisions (reading_id, question, decision, decided_by, decided_at)
    select ${reading}::uuid, question, decision, ${actor.name}, ${now}
    from jsonb_to_recordset(${json(rows)}) as one (question text, decision jsonb)
    on conflict (reading_id, question) do update set decision = excluded.decision, decided_by = excluded.decided_by,
      decided_at = excluded.decided_at
  `.execute(db);
}

async function storeUndecided(
  { db }: Within,
  reading: string,
  rows: { position: number; undecided: number }[],
): Promise<void> {
  if (!rows.length) return;
  await sql`
    update merge_rows as r set undecided = n.undecided
    from jsonb_to_recordset(${json(rows)}) as n (position int, undecided int)
    where r.reading_id = ${reading}::uuid and r.position = n.position
  `.execute(db);
}
