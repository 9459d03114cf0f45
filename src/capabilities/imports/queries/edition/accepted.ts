import { sql } from 'kysely';
import type { Within } from '../../../../platform/database/database.ts';
import { spokenOf } from '../../../comments/index.ts';
import { linesAnswered } from '../../../commitments/index.ts';
import { changedSince, type PlanBefore, type StandingLine, type Touched } from '../../../plans/index.ts';

/** A document that was accepted: as a new plan, or with `edition` into one that was there. */
export type Accepted = {
  reading: string;
  file: string;
  plan: { id: string; title: string };
  edition?: { touched: Touched[]; before: PlanBefore };
};

/** Undefined where it was not accepted, or its plan was taken out since. */
export async function acceptedImport({ db }: Within, reading: string): Promise<Accepted | undefined> {
  const row = await db
    .selectFrom('readings as r')
    .innerJoin('plans as p', join => join.onRef('p.id', '=', 'r.plan_id').on('p.removed_at', 'is', null))
    .leftJoin('merges as m', join =>
      join.onRef('m.reading_id', '=', 'r.id').on('m.status', 'in', ['accepted', 'undoing']),
    )
    .select(['r.file_name', 'p.id', 'p.title', 'm.before'])
    .where('r.id', '=', reading)
    .where('r.status', '=', 'accepted')
    .executeTakeFirst();
  if (!row) return undefined;
  const accepted = { reading, file: row.file_name, plan: { id: row.id, title: row.title } };
  if (!row.before) return accepted;
  const rows = await db
    .selectFrom('merge_rows')
    .select(['line_id', 'before', 'after_version'])
    .where('reading_id', '=', reading)
    .where('after_version', 'is not', null)
    .orderBy('position')
    .execute();
  const touched = rows.map(one => ({
    line: one.line_id!,
    before: one.before as StandingLine | null,
    version: one.after_version!,
  }));
  return { ...accepted, edition: { touched, before: row.before as PlanBefore } };
}

/** Something that was done since and that taking back would lose. `line` leads to a line that is still there. */
export type InTheWay = {
  line?: { id: string; title: string };
  reading?: { id: string; file: string };
  what: string;
};

/** What keeps a document from being taken back; nothing is lost that anybody did since. */
export async function inTheWay(within: Within, accepted: Accepted): Promise<InTheWay[]> {
  const later = await laterEditions(within, accepted);
  if (later.length)
    return later.map(reading => ({ reading, what: 'was worked into the plan since. Take it back first.' }));
  return accepted.edition
    ? touchedSince(within, accepted, accepted.edition.touched)
    : changedSinceMade(within, accepted);
}

async function laterEditions({ db }: Within, { reading, plan }: Accepted) {
  const { rows } = await sql<{ id: string; file: string }>`
    select r.id, r.file_name as file from merges m join readings r on r.id = m.reading_id
    where m.plan_id = ${plan.id} and m.status in ('accepted', 'undoing') and r.status = 'accepted' and r.id <> ${reading}
      and m.accepted_at > coalesce((select accepted_at from merges where reading_id = ${reading}), '-infinity')
    order by m.accepted_at desc
  `.execute(db);
  return rows;
}

type Line = { id: string; title: string; version: number };

const TITLE = sql`left(coalesce(nullif(what, ''), nullif(recommendation, ''), nullif(audience, ''), 'A line without words'), 160)`;

async function linesNow({ db }: Within, plan: string): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select id, version, ${TITLE} as title from lines where plan_id = ${plan} order by position
  `.execute(db);
  return rows;
}

async function touchedSince(within: Within, { plan }: Accepted, touched: Touched[]): Promise<InTheWay[]> {
  const lines = await linesNow(within, plan.id);
  const titles = new Map(lines.map(line => [line.id, line]));
  const changed = changedSince({ lines }, touched);
  const came = touched
    .filter(({ before, line }) => !before && !changed.includes(line))
    .map(({ line }) => line);
  const used = await usedSince(within, came);
  const answered = await linesAnswered(within, came);
  return [
    ...changed.map(id => {
      const line = titles.get(id);
      return line
        ? { line, what: 'was changed since.' }
        : { what: 'A line that came with it or was changed by it was removed since. Put it back first.' };
    }),
    ...used.flatMap(id => {
      const line = titles.get(id);
      return line ? [{ line, what: 'came with it, and has a comment, a file or a link since.' }] : [];
    }),
    ...answered.flatMap(id => {
      const line = titles.get(id);
      return line ? [{ line, what: 'came with it, and somebody was asked what became of it since.' }] : [];
    }),
  ];
}

/** Lines that would go with what was said of them, or with the files and links that people gave them. */
async function usedSince(within: Within, lines: string[]): Promise<string[]> {
  if (!lines.length) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct subject_id as id from history
    where subject_kind = 'line' and subject_id = any(${lines}::uuid[]) and number > 1
  `.execute(within.db);
  return [...new Set([...rows.map(({ id }) => id), ...(await spokenOf(within, 'line', lines))])];
}

async function changedSinceMade(within: Within, { plan, reading }: Accepted): Promise<InTheWay[]> {
  const lines = await linesNow(within, plan.id);
  const read = await within.db
    .selectFrom('reading_lines')
    .select('line_id as id')
    .where('reading_id', '=', reading)
    .where('line_id', 'is not', null)
    .execute();
  const made = new Set(read.map(row => row.id));
  const there = new Set(lines.map(line => line.id));
  const gone = [...made].filter(id => !there.has(id!)).length;
  return [
    ...lines.filter(line => line.version > 1).map(line => ({ line, what: 'was changed since.' })),
    ...lines
      .filter(line => line.version === 1 && made.size > 0 && !made.has(line.id))
      .map(line => ({ line, what: 'was added since.' })),
    ...(gone
      ? [{ what: `${gone} of its lines ${gone === 1 ? 'was' : 'were'} removed since. Put them back first.` }]
      : []),
  ];
}
