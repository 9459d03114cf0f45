import { type RawBuilder, sql } from 'kysely';

/** A value for a jsonb column; said outright, because `pg` would send an array as an array of PostgreSQL's. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
