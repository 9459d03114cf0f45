import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { SOMETHING_SAID } from './something-said.ts';

/** Of these lines those with a date of which something was said or shown, or somebody was asked. */
export async function linesAnswered({ db }: Within, lines: readonly string[]): Promise<string[]> {
  if (!lines.length) return [];
  const { rows } = await sql<{ line: string }>`
    select p.line_id as line from promises p where p.line_id = any(${[...lines]}::uuid[]) and exists (
      select from occurrences o where o.promise_id = p.id and (o.outcome is not null or o.asked_on is not null or ${SOMETHING_SAID}))
    group by p.line_id order by p.line_id`.execute(db);
  return rows.map(({ line }) => line);
}
