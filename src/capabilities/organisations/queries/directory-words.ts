import { type RawBuilder, sql } from 'kysely';
import { type Beginning, beginningsOf } from '../rules/search-words.ts';

/** The beginnings as the database's functions take them: where each range of words begins, and where it ends. */
export function rangesOf(beginnings: Beginning[]): RawBuilder<unknown> {
  const from = beginnings.map(beginning => beginning.from);
  const to = beginnings.map(beginning => beginning.to);
  return sql`${from}::text[], ${to}::text[]`;
}

/** The records of a kind that have words which begin with each of those asked for, as an array. */
export function idsByWords(kind: string, typed: string): RawBuilder<unknown> {
  const beginnings = beginningsOf(typed);
  return beginnings.length
    ? sql`directory_found_at_all(${kind}, ${rangesOf(beginnings)})`
    : sql`'{}'::uuid[]`;
}
