import { createHash } from 'node:crypto';
import { type Refusal, refuse } from '../../language/refusal.ts';
import type { Within } from '../../platform/database/database.ts';
import { BrokenPicture } from '../../platform/files/broken-picture.ts';
import { isHeic } from '../../platform/files/heic.ts';
import { type KindOfFile, kindOfFile } from '../../platform/files/kind-of-file.ts';
import { withoutPlace } from '../../platform/files/without-place.ts';
import { record, type Subject } from '../../platform/history/history.ts';
import { LARGEST_ATTACHMENT } from './attachment.ts';

/** `kind`: nothing that is kept; `heic`: a photo as phones keep it; `large`: over 25 MB; `broken`: a picture that cannot be read through. */
export type NotAttachable = Refusal<'kind' | 'heic' | 'large' | 'broken' | 'empty'>;
export type Attachable = { name: string; kind: KindOfFile; content: Uint8Array };

/** A file as it will be kept: told by its content, a picture without the place where it was taken. Touches no database. */
export async function attachable(given: {
  name: string;
  content: Uint8Array;
}): Promise<Attachable | NotAttachable> {
  if (!given.content.length) return refuse('empty');
  if (given.content.length > LARGEST_ATTACHMENT) return refuse('large');
  const kind = await kindOfFile(given.content, given.name);
  if (!kind) return refuse(isHeic(given.content) ? 'heic' : 'kind');
  try {
    return { name: nameFor(given.name, kind), kind, content: withoutPlace(given.content, kind) };
  } catch (fault) {
    if (fault instanceof BrokenPicture) return refuse('broken');
    throw fault;
  }
}

/** A name that says what the file is, whatever it was called; nothing that nobody can see stands in it. */
function nameFor(given: string, { extension }: KindOfFile): string {
  const name = given.toWellFormed().replace(/\p{C}/gu, '').trim() || 'File without a name';
  const right =
    name.toLowerCase().endsWith(`.${extension}`) || (extension === 'jpg' && /\.jpe?g$/i.test(name));
  return right ? name : `${name.slice(0, 190)}.${extension}`;
}

/** Puts a file with a record. The caller has seen that the record is there. */
export async function attach(
  within: Within,
  subject: Subject,
  { name, kind, content }: Attachable,
  now: Temporal.Instant,
): Promise<{ id: string }> {
  const made = await within.db
    .insertInto('attachments')
    .values({
      subject_kind: subject.kind,
      subject_id: subject.id,
      file_id: await keptFile(within, { name, kind, content }, now),
      name,
      media_type: kind.mediaType,
      size: content.length,
      added_by: within.actor.name,
      added_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record(within, subject, 'attached', [{ field: 'file', before: null, after: name }], now);
  return made;
}

/** The same content is kept once, under its hash. */
async function keptFile(
  { db }: Within,
  { name, kind, content }: Attachable,
  now: Temporal.Instant,
): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest();
  const known = await db
    .selectFrom('files')
    .select('id')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst();
  if (known) return known.id;
  const file = { name, media_type: kind.mediaType, content: Buffer.from(content), sha256, stored_at: now };
  return (await db.insertInto('files').values(file).returning('id').executeTakeFirstOrThrow()).id;
}

/** Takes a file away from a record, or puts it back; nothing is deleted, and the history says so. */
export async function takeAway(
  within: Within,
  subject: Subject,
  { attachment, away }: { attachment: string; away: boolean },
  now: Temporal.Instant,
): Promise<{ name: string } | Refusal<'not-found'>> {
  const done = await within.db
    .updateTable('attachments')
    .set({ removed_at: away ? now : null, removed_by: away ? within.actor.name : null })
    .where('id', '=', attachment)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('removed_at', away ? 'is' : 'is not', null)
    .returning('name')
    .executeTakeFirst();
  if (!done) return refuse('not-found');
  const change = away
    ? { field: 'file', before: done.name, after: null }
    : { field: 'file', before: null, after: done.name };
  await record(within, subject, away ? 'took away' : 'put back', [change], now);
  return done;
}
