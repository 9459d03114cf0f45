import { createHash } from 'node:crypto';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { readDocumentJob } from '../jobs.ts';

export type GivenFile = { name: string; mediaType: string; content: Buffer };

/** Keeps a document and has it read. Gives back the identifier of its reading, which is waiting. */
export async function giveIn(within: Within, file: GivenFile, now: Temporal.Instant): Promise<string> {
  const id = await keepFile(within, file, now);
  await enqueue(within, readDocumentJob, { reading: id }, now);
  return id;
}

/** The file and a reading that waits for somebody to read it. */
export async function keepFile(within: Within, file: GivenFile, now: Temporal.Instant): Promise<string> {
  const { db, actor } = within;
  const name = printable(file.name) || 'Document without a name';
  const kept = await db
    .insertInto('files')
    .values({
      name,
      media_type: printable(file.mediaType),
      content: file.content,
      sha256: createHash('sha256').update(file.content).digest(),
      stored_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('readings')
    .values({
      file_id: kept.id,
      file_name: name,
      file_size: file.content.byteLength,
      status: 'waiting',
      given_by: actor.name,
      given_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const change = { field: 'file', before: null, after: name };
  await record(within, { kind: 'reading', id }, 'gave in', [change], now);
  return id;
}

/** A name comes from outside and may hold what nobody can see and no database takes. */
const printable = (text: string): string => text.toWellFormed().replace(/\p{C}/gu, '').trim();
