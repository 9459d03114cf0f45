import { sql } from 'kysely';
import type { Within } from '../../database/database.ts';
import type { DeliveryReport, IncomingKind } from './incoming.ts';

export type CameIn = {
  id: string;
  kind: IncomingKind;
  from: { name: string; address: string };
  subject: string;
  cameAt: Temporal.Instant;
  /** The message that it answers. */
  answers:
    | {
        id: string;
        subject: string;
        to: string;
        by: 'message-id' | 'address';
        aboutKind: string | null;
        aboutId: string | null;
        /** The person of the directory whom it was for. */
        person: string | null;
      }
    | undefined;
  looked: { at: Temporal.Instant; by: string; note: string } | undefined;
  reports: DeliveryReport[];
};

/** How the words of one read; undefined once they were removed. */
export type CameInWhole = CameIn & {
  words: string | undefined;
  whole: string | undefined;
  files: string[];
  cut: boolean;
};

export type CameInAsked = { looked: boolean; kind?: IncomingKind | undefined };

type Row = {
  id: string;
  kind: IncomingKind;
  fromName: string;
  fromAddress: string;
  subject: string;
  cameAt: Temporal.Instant;
  answersId: string | null;
  answersSubject: string | null;
  answersTo: string | null;
  by: 'message-id' | 'address' | null;
  aboutKind: string | null;
  aboutId: string | null;
  person: string | null;
  lookedAt: Temporal.Instant | null;
  lookedBy: string | null;
  note: string;
  reports: DeliveryReport[];
};

const COLUMNS = sql`i.id, i.kind, i.from_name as "fromName", i.from_address as "fromAddress", i.subject, i.came_at as "cameAt",
  m.id as "answersId", m.subject as "answersSubject", m.to_name as "answersTo", i.matched_by as by,
  m.about_kind as "aboutKind", m.about_id as "aboutId", m.person_id as person,
  i.looked_at as "lookedAt", i.looked_at_by as "lookedBy", i.note, i.reports`;

const asCameIn = (row: Row): CameIn => ({
  id: row.id,
  kind: row.kind,
  from: { name: row.fromName, address: row.fromAddress },
  subject: row.subject,
  cameAt: row.cameAt,
  answers:
    row.answersId && row.by
      ? {
          id: row.answersId,
          subject: row.answersSubject ?? '',
          to: row.answersTo ?? '',
          by: row.by,
          aboutKind: row.aboutKind,
          aboutId: row.aboutId,
          person: row.person,
        }
      : undefined,
  looked: row.lookedAt ? { at: row.lookedAt, by: row.lookedBy ?? '', note: row.note } : undefined,
  reports: row.reports,
});

/** What came, the newest first; and how many there are of what is asked for. */
export async function listCameIn(
  { db }: Within,
  { looked, kind }: CameInAsked,
  { after, most }: { after: number; most: number },
): Promise<{ messages: CameIn[]; total: number }> {
  const where = sql`i.looked_at is ${looked ? sql`not null` : sql`null`} ${kind ? sql`and i.kind = ${kind}` : sql``}`;
  const found = await sql<Row>`
    select ${COLUMNS} from incoming_messages i left join messages m on m.id = i.answers_id
    where ${where} order by i.came_at desc, i.id desc limit ${most} offset ${after}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from incoming_messages i where ${where}`.execute(db);
  return { messages: found.rows.map(asCameIn), total: counted.rows[0]!.total };
}

export async function oneCameIn({ db }: Within, id: string): Promise<CameInWhole | undefined> {
  const { rows } = await sql<
    Row & { words: string | null; whole: string | null; files: string[]; cut: boolean }
  >`
    select ${COLUMNS}, i.words, i.whole, i.files, i.cut
    from incoming_messages i left join messages m on m.id = i.answers_id where i.id = ${id}`.execute(db);
  const row = rows[0];
  return (
    row && {
      ...asCameIn(row),
      words: row.words ?? undefined,
      whole: row.whole ?? undefined,
      files: row.files,
      cut: row.cut,
    }
  );
}

/** What came back to some of our messages, the oldest first: for the pages of those messages, and of what they asked. */
export async function cameBackTo({ db }: Within, messages: string[]): Promise<Map<string, CameIn[]>> {
  if (!messages.length) return new Map();
  const { rows } = await sql<Row>`
    select ${COLUMNS} from incoming_messages i join messages m on m.id = i.answers_id
    where i.answers_id = any(${messages}::uuid[]) order by i.came_at, i.id`.execute(db);
  return Map.groupBy(rows.map(asCameIn), one => one.answers!.id);
}

/** How many nobody has looked at yet. */
export async function countNew({ db }: Within): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from incoming_messages where looked_at is null`.execute(db);
  return rows[0]!.count;
}
