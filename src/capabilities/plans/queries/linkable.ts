import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { RegisterName } from './register-lines.ts';

export type Linkable = { register: RegisterName; id: string; name: string };

const MOST = 20;

/** Entries of the registers under a name or number, which a line is not linked with yet. */
export async function entriesCalled({ db }: Within, words: string, line: string): Promise<Linkable[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const found = await sql<Linkable>`
    (select 'audiences' as register, e.id, e.name from audiences e
      where e.ended_at is null and (e.name ilike ${like} or array_to_string(e.also_called, ' ') ilike ${like})
        and not exists (select from line_audiences l where l.line_id = ${line} and l.audience_id = e.id)
      order by lower(e.name) limit ${sql.lit(MOST)})
    union all
    (select 'channels', e.id, e.name from channels e
      where e.ended_at is null and (e.name ilike ${like} or array_to_string(e.also_called, ' ') ilike ${like})
        and not exists (select from line_channels l where l.line_id = ${line} and l.channel_id = e.id)
      order by lower(e.name) limit ${sql.lit(MOST)})
    union all
    (select 'clauses', e.id, trim(e.number || ' ' || e.name) from clauses e
      where e.ended_at is null and (e.name ilike ${like} or e.number ilike ${like})
        and not exists (select from line_clauses l where l.line_id = ${line} and l.clause_id = e.id)
      order by e.plan_id, e.place limit ${sql.lit(MOST)})`.execute(db);
  return found.rows;
}
