import { type RawBuilder, sql } from 'kysely';
import { beginningsOf } from '../rules/search-words.ts';

/** Whether a record of the directory has words that begin with each of those asked for. */
export function foundByWords(kind: string, id: RawBuilder<unknown>, typed: string): RawBuilder<unknown> {
  const beginnings = beginningsOf(typed);
  if (!beginnings.length) return sql`false`;
  return sql.join(
    beginnings.map(
      ({ from, to }) => sql`${id} in (select w.record_id from directory_words w
        where w.kind = ${kind} and w.word >= ${from} and w.word < ${to})`,
    ),
    sql` and `,
  );
}
