import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import type { Reading } from '../../../reading/reading.ts';
import { resemblingPlans } from '../queries/edition/resemblance.ts';
import type { Read, ReadingOutcome } from '../reading-thread.ts';
import { settledOf, withoutSettled } from '../rules/doubts.ts';
import { figuresOf } from '../rules/figures.ts';
import { wordsOfLine } from '../rules/line-words.ts';
import type { Beside, Outline, SettledDoubt } from '../stored-reading.ts';

/** Which reading, and how many corrections it was made for. */
export type MadeFor = { id: string; version: number };

/** Keeps what was read, or why nothing was; a reading that is no longer waited for in this version is left alone. */
export async function storeReading(within: Within, made: MadeFor, outcome: ReadingOutcome): Promise<void> {
  if ('problem' in outcome) await storeProblem(within, made, outcome.problem);
  else await storeRead(within, made, outcome);
}

async function storeProblem({ db }: Within, { id, version }: MadeFor, problem: string): Promise<void> {
  await db
    .updateTable('readings')
    .set({ status: 'unreadable', problem, read_version: version })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'waiting')
    .execute();
}

async function storeRead(within: Within, { id, version }: MadeFor, read: Read): Promise<void> {
  const { reading, words, milliseconds } = read;
  const outline: Outline = {
    document: reading.document,
    tables: reading.tables,
    figures: figuresOf(reading, words),
    sections: [...new Set(reading.lines.map(line => line.section))],
    ...(reading.identity ? { identity: reading.identity } : {}),
  };
  const { clauses, audiences, channels, registers, remainder } = reading;
  const beside: Beside = { clauses, audiences, channels, registers, remainder };
  const stored = await within.db
    .updateTable('readings')
    .set({
      status: 'read',
      problem: null,
      outline: json(outline),
      beside: json(beside),
      read_version: version,
      milliseconds,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'waiting')
    .returning(['settled', 'edition_settled'])
    .executeTakeFirst();
  if (!stored) return;
  await storeLines(within, id, reading, stored.settled as SettledDoubt[]);
  if (!stored.edition_settled) await noteResembling(within, id, outline);
}

/** Until a person says of which plan it is an edition, the likely ones are offered. */
async function noteResembling(within: Within, id: string, outline: Outline): Promise<void> {
  const resembles = await resemblingPlans(within, id, outline);
  await within.db
    .updateTable('readings')
    .set({ resembles: json(resembles) })
    .where('id', '=', id)
    .execute();
}

/** All lines in one statement: a document may have thousands. */
async function storeLines(
  { db }: Within,
  id: string,
  reading: Reading,
  settled: SettledDoubt[],
): Promise<void> {
  const open = settledOf(settled);
  const rows = reading.lines.map(line => ({
    line: withoutSettled(line, open(line)),
    words: wordsOfLine(line),
  }));
  await db.deleteFrom('reading_lines').where('reading_id', '=', id).execute();
  await sql`
    insert into reading_lines (reading_id, position, table_number, row_number, doubts, line, words)
    select ${id}::uuid, position, (line #>> '{at,table}')::int, (line #>> '{at,row}')::int,
      jsonb_array_length(line -> 'doubts'), line, words
    from (
      select position, one -> 'line' as line, one ->> 'words' as words
      from jsonb_array_elements(${json(rows)}) with ordinality as given (one, position)
    ) rows
  `.execute(db);
}
