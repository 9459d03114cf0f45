import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Within } from '../database/database.ts';
import { json } from '../database/json.ts';
import { writtenOnce } from '../database/written-once.ts';

/** One field of a record before and after; null where it was not there. */
export type Change = { field: string; before: string | null; after: string | null };

export type Subject = { kind: string; id: string };

export type HistoryEntry = {
  number: number;
  at: Temporal.Instant;
  actor: string;
  action: string;
  changes: Change[];
};

/** Digests of words that were taken out of an entry (redact.ts), in the place of each; null where the words stand. */
export type Redacted = { actor: string | null; changes: [string | null, string | null][] };

/** What the next entry of a record's history goes on from; undefined for its first. */
export type LastEntry = { number: number; digest: Buffer };

const findLast = writtenOnce((db, kind: string, id: string) =>
  db
    .selectFrom('history')
    .select(['number', 'digest'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1),
);

/** Ask after the record's own row was updated or locked, or together with that, so that two writers stand in line. */
export async function lastEntry(within: Within, { kind, id }: Subject): Promise<LastEntry | undefined> {
  const [last] = await findLast(within, kind, id);
  return last;
}

/** What was done to a record, and when. */
export type Deed = { action: string; changes: Change[]; now: Temporal.Instant };

const writeEntry = writtenOnce(
  (
    db,
    kind: string,
    id: string,
    number: number,
    actor: string | null,
    name: string,
    ...[action, changes, digest, now]: [string, string, Buffer, Temporal.Instant]
  ) =>
    db.insertInto('history').values({
      subject_kind: kind,
      subject_id: id,
      number,
      at: now,
      actor_id: actor,
      actor_name: name,
      action,
      changes: sql`${changes}::jsonb`,
      digest,
    }),
);

/**
 * Writes down who did what to a record, in the transaction that does it. Entries of one record form a chain:
 * each digest covers the one before it, so that an entry taken out or altered later shows.
 */
export async function recordAfter(
  within: Within,
  subject: Subject,
  last: LastEntry | undefined,
  { action, changes, now }: Deed,
): Promise<void> {
  const { actor } = within;
  const entry = { number: (last?.number ?? 0) + 1, at: now, actor: actor.name, action, changes };
  const { kind, id } = subject;
  const words = [action, JSON.stringify(changes), digest(subject, entry, last?.digest), now] as const;
  await writeEntry(within, kind, id, entry.number, actor.id, actor.name, ...words);
}

/** The same in one step, called after the record's own row was updated or locked. */
export async function record(
  within: Within,
  subject: Subject,
  action: string,
  changes: Change[],
  now: Temporal.Instant,
): Promise<void> {
  await recordAfter(within, subject, await lastEntry(within, subject), { action, changes, now });
}

/** The first entry of many records at once, for what is made in bulk. */
export async function recordBeginnings(
  { db, actor }: Within,
  subjects: Subject[],
  action: string,
  now: Temporal.Instant,
): Promise<void> {
  const entry = { number: 1, at: now, actor: actor.name, action, changes: [] };
  for (let from = 0; from < subjects.length; from += 1000) {
    const some = subjects.slice(from, from + 1000);
    await db
      .insertInto('history')
      .values(
        some.map(subject => ({
          subject_kind: subject.kind,
          subject_id: subject.id,
          number: 1,
          at: now,
          actor_id: actor.id,
          actor_name: actor.name,
          action,
          changes: json([]),
          digest: digest(subject, entry, undefined),
        })),
      )
      .execute();
  }
}

/** What was done to one record of many. */
export type DeedTo = { subject: Subject; action: string; changes: Change[] };

/**
 * As `record`, for many records of one kind that are changed at once: each entry goes on from the one before it of its
 * own record. Called after their rows were updated or locked; no record may stand in the list twice.
 */
export async function recordMany(within: Within, deeds: DeedTo[], now: Temporal.Instant): Promise<void> {
  for (let from = 0; from < deeds.length; from += 1000) {
    const some = deeds.slice(from, from + 1000);
    await insertEntries(within, some, await lastEntries(within, some), now);
  }
}

async function lastEntries({ db }: Within, deeds: DeedTo[]): Promise<Map<string, LastEntry>> {
  const { rows } = await sql<LastEntry & { id: string }>`
    select asked.id, last.number, last.digest
    from jsonb_to_recordset(${json(deeds.map(({ subject }) => subject))}) as asked (kind text, id uuid)
    cross join lateral (select number, digest from history where subject_kind = asked.kind and subject_id = asked.id
      order by number desc limit 1) as last
  `.execute(db);
  return new Map(rows.map(({ id, ...last }) => [id, last]));
}

async function insertEntries(
  { db, actor }: Within,
  deeds: DeedTo[],
  last: Map<string, LastEntry>,
  now: Temporal.Instant,
): Promise<void> {
  const rows = deeds.map(({ subject, action, changes }) => {
    const before = last.get(subject.id);
    const number = (before?.number ?? 0) + 1;
    const entry = { number, at: now, actor: actor.name, action, changes };
    return {
      ...subject,
      number,
      action,
      changes,
      digest: digest(subject, entry, before?.digest).toString('hex'),
    };
  });
  await sql`
    insert into history (subject_kind, subject_id, number, at, actor_id, actor_name, action, changes, digest)
    select kind, id, number, ${now}, ${actor.id}::uuid, ${actor.name}, action, changes, decode(digest, 'hex')
    from jsonb_to_recordset(${json(rows)})
      as entry (kind text, id uuid, number int, action text, changes jsonb, digest text)
  `.execute(db);
}

const findEntries = writtenOnce((db, kind: string, id: string, most: number) =>
  db
    .selectFrom('history')
    .select(['number', 'at', 'actor_name as actor', 'action', 'changes'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('number', 'desc')
    .limit(most),
);

/** Newest first. */
export async function historyOf(within: Within, { kind, id }: Subject, most = 200): Promise<HistoryEntry[]> {
  const rows = await findEntries(within, kind, id, most);
  return rows.map(row => ({ ...row, changes: row.changes as Change[] }));
}

/** Whether the chain of a record holds; the number of the first entry that does not fit, or undefined. */
export async function firstBrokenEntry({ db }: Within, subject: Subject): Promise<number | undefined> {
  const rows = await db
    .selectFrom('history')
    .select(['number', 'at', 'actor_name', 'action', 'changes', 'digest', 'redacted'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('number')
    .execute();
  let before: Buffer | undefined;
  for (const [index, row] of rows.entries()) {
    const entry = { ...row, actor: row.actor_name, changes: row.changes as Change[] };
    const redacted = row.redacted as Redacted | null;
    if (row.number !== index + 1 || !digest(subject, entry, before, redacted).equals(row.digest))
      return row.number;
    before = row.digest;
  }
  return undefined;
}

/**
 * Covers the digests of the words, not the words: where a person's words were taken out in place, their digests stay,
 * and the chain with them. Instants count in microseconds, which is what PostgreSQL keeps.
 */
function digest(
  subject: Subject,
  entry: HistoryEntry,
  before: Buffer | undefined,
  redacted?: Redacted | null,
): Buffer {
  const changes = entry.changes.map((change, at) => {
    const [was, is] = redacted?.changes[at] ?? [];
    return [change.field, was ?? sha256(change.before), is ?? sha256(change.after)];
  });
  const microseconds = String(entry.at.epochNanoseconds / 1000n);
  const covered = [
    subject.kind,
    subject.id,
    entry.number,
    microseconds,
    redacted?.actor ?? sha256(entry.actor),
    entry.action,
    changes,
  ];
  return hash(
    'sha256',
    Buffer.concat([before ?? Buffer.of(), Buffer.from(JSON.stringify(covered))]),
    'buffer',
  );
}

const sha256 = (words: string | null): string | null => (words === null ? null : hash('sha256', words));
