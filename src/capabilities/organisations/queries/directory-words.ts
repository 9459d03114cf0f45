import { type RawBuilder, sql } from 'kysely';
import { beginningsOf } from '../rules/search-words.ts';

/** The records of the directory that have words which begin with each of those asked for; the longest decides first. */
export function idsByWords(kind: string, typed: string): RawBuilder<unknown> {
  const [first, ...others] = beginningsOf(typed);
  if (!first) return sql`select null::uuid where false`;
  const also = others.map(
    ({ from, to }) => sql`and exists (select from directory_words o
      where o.record_id = w.record_id and o.word >= ${from} and o.word < ${to})`,
  );
  return sql`select w.record_id from directory_words w
    where w.kind = ${kind} and w.word >= ${first.from} and w.word < ${first.to} ${sql.join(also, sql` `)}`;
}
