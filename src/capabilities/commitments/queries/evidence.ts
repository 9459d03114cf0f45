import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

export type ShownFile = { id: string; name: string; mediaType: string; size: number };

export type ShownEvidence = {
  id: string;
  note: string;
  attendance: number | null;
  feedback: string;
  by: string;
  at: Temporal.Instant;
  /** It stands for so many others as well: "all of last week's". */
  others: number;
  files: ShownFile[];
};

/** What shows that it was done, as far as it was not taken back; oldest first. */
export async function evidenceOf({ db }: Within, occurrence: string): Promise<ShownEvidence[]> {
  const { rows } = await sql<ShownEvidence>`
    select e.id, e.note, e.attendance, e.feedback, e.said_by as by, e.said_at as at,
      (select count(*)::int - 1 from evidence_of x where x.evidence_id = e.id) as others,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'mediaType', a.media_type, 'size', a.size)
        order by a.added_at, a.id) from attachments a
        where a.subject_kind = 'evidence' and a.subject_id = e.id and a.removed_at is null), '[]') as files
    from evidence_of eo join evidence e on e.id = eo.evidence_id
    where eo.occurrence_id = ${occurrence} and e.taken_back_at is null order by e.said_at, e.id limit 100
  `.execute(db);
  return rows;
}

/** The evidence of an occurrence that a file stands with. */
export async function evidenceWithFile(
  { db }: Within,
  { occurrence, file }: { occurrence: string; file: string },
): Promise<string | undefined> {
  const found = await db
    .selectFrom('evidence_of as eo')
    .innerJoin('evidence as e', 'e.id', 'eo.evidence_id')
    .innerJoin('attachments as a', join =>
      join.onRef('a.subject_id', '=', 'e.id').on('a.subject_kind', '=', 'evidence'),
    )
    .select('e.id')
    .where('eo.occurrence_id', '=', occurrence)
    .where('e.taken_back_at', 'is', null)
    .where('a.id', '=', file)
    .executeTakeFirst();
  return found?.id;
}

/** A file that shows what one act said, with one of the dates that it stands with. */
export type SettledFile = ShownFile & { occurrence: string };

/** Each file once, however many promises it was put with; oldest first. */
export async function filesOfSettling({ db }: Within, settling: string): Promise<SettledFile[]> {
  const { rows } = await sql<SettledFile>`
    select id, name, "mediaType", size, occurrence from (
      select distinct on (a.file_id, a.name) a.id, a.name, a.media_type as "mediaType", a.size, o.id as occurrence, a.added_at
      from evidence e
        join evidence_of eo on eo.evidence_id = e.id
        join occurrences o on o.id = eo.occurrence_id and o.settling_id = e.settling_id
        join attachments a on a.subject_kind = 'evidence' and a.subject_id = e.id and a.removed_at is null
      where e.settling_id = ${settling}::uuid and e.taken_back_at is null
      order by a.file_id, a.name, a.added_at, a.id, o.by_day, o.id) each
    order by added_at, id limit 100`.execute(db);
  return rows;
}
