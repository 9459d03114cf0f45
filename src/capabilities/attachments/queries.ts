import type { Within } from '../../platform/database/database.ts';
import { writtenOnce } from '../../platform/database/written-once.ts';
import type { Subject } from '../../platform/history/history.ts';
import type { Attachment } from './attachment.ts';

const findAttachments = writtenOnce((db, kind: string, id: string) =>
  db
    .selectFrom('attachments')
    .select(['id', 'name', 'media_type as mediaType', 'size'])
    .select(['added_by as by', 'added_at as at', 'removed_by as removed'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('added_at')
    .orderBy('id')
    .limit(500),
);

/** In the order in which they were added; those taken away too, which can be put back. */
export const attachmentsOf = (within: Within, { kind, id }: Subject): Promise<Attachment[]> =>
  findAttachments(within, kind, id);

/** The content of one that was not taken away. */
export function attachedFile(
  { db }: Within,
  { kind, id }: Subject,
  attachment: string,
): Promise<{ name: string; mediaType: string; content: Buffer } | undefined> {
  return db
    .selectFrom('attachments as a')
    .innerJoin('files as f', 'f.id', 'a.file_id')
    .select(['a.name', 'a.media_type as mediaType', 'f.content'])
    .where('a.id', '=', attachment)
    .where('a.subject_kind', '=', kind)
    .where('a.subject_id', '=', id)
    .where('a.removed_at', 'is', null)
    .executeTakeFirst();
}
