import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Field } from '../../../reading/reading.ts';
import type { Owner } from '../../../reading/text/owners/owner.ts';
import type { OwnerAnswers, OwnerCell } from '../owner-answers.ts';
import { cellKey } from '../rules/settle-cell.ts';
import type { StoredLine } from '../stored-reading.ts';
import { stored } from './lines.ts';

/** The words that name a line's owners, and the field they stand in: in the row itself, or where it leaves them to another. */
const NAMED = sql`
  cross join lateral (select coalesce(line #>> '{owners,0,field}', 'owner') as field) f
  cross join lateral (select coalesce(line #>> array['taken', f.field, 'text'], line ->> f.field, '') as text) t`;

/** Every different owner cell of a document, those of the most lines first. */
export async function ownerCells({ db }: Within, reading: string): Promise<OwnerCell[]> {
  const { rows } = await sql<{
    text: string;
    field: Field;
    owners: Owner[] | null;
    lines: number;
    first: number;
  }>`
    select t.text, f.field, count(*)::int as lines, min(position) as first,
      (array_agg(line -> 'owners' order by position))[1] as owners
    from reading_lines l ${NAMED}
    where reading_id = ${reading}
    group by t.text, f.field
    order by min(position)
  `.execute(db);
  const cells = new Map<string, OwnerCell>();
  for (const row of rows) {
    const key = cellKey(row.text);
    const same = cells.get(key);
    if (same) same.lines += row.lines;
    else cells.set(key, { ...row, key, owners: row.owners ?? [] });
  }
  return [...cells.values()].sort((one, other) => other.lines - one.lines || one.first - other.first);
}

/** The lines with this cell that raise a doubt about who owns them. */
export async function doubtedWithCell({ db }: Within, reading: string, cell: string): Promise<StoredLine[]> {
  const { rows } = await sql<{ position: number; line: unknown; text: string }>`
    select position, line, t.text from reading_lines l ${NAMED}
    where reading_id = ${reading} and doubts > 0 and line -> 'doubts' @> '[{"field": "owner"}]'
  `.execute(db);
  return rows.filter(({ text }) => cellKey(text) === cell).map(stored);
}

const NONE: OwnerAnswers = { names: {}, cells: {} };

export type BothAnswers = { answers: OwnerAnswers; edition: OwnerAnswers };

/** What was said of this document's owners, and of those of the last edition of the same plan. */
export async function ownerAnswers({ db }: Within, reading: string): Promise<BothAnswers> {
  const { rows } = await sql<{ answers: OwnerAnswers; edition: OwnerAnswers | null }>`
    select owner_answers as answers, (
      select e.owner_answers from readings e
      where e.plan_id = r.edition_of and e.status = 'accepted' and e.id <> r.id
      order by e.given_at desc limit 1
    ) as edition
    from readings r where id = ${reading}
  `.execute(db);
  return { answers: rows[0]?.answers ?? NONE, edition: rows[0]?.edition ?? NONE };
}
