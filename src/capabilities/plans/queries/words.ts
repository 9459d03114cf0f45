import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Cursor } from '../rules/asked.ts';
import { MOST_COUNTED, PAGE_SIZE } from './lines.ts';

/**
 * The lines that have some words. `ids`: all of them, or where only a page of them was wanted, those of the page;
 * nothing where very many have the words, so that a walk finds them.
 */
export type Found = { count: number; ids?: string[] };

/** For a page in the document's order and no other filter, so that of a thousand lines only fifty are looked at. */
export type PageWanted = { cursor?: Cursor };

/** The plan's lines that have the words, counted no further than `MOST_COUNTED` and one. */
export async function linesWithWords(
  { db }: Within,
  plan: string,
  words: string,
  page?: PageWanted,
): Promise<Found> {
  const { cursor } = page ?? {};
  const { rows } = await sql<{ count: number; ids: string[] | null }>`
    select found as count, ids from words_in_plan(${words}, ${plan}, ${sql.lit(MOST_COUNTED + 1)},
      ${cursor?.position ?? null}::int, ${cursor?.towards === 'before'}, ${page ? PAGE_SIZE + 1 : null}::int)
  `.execute(db);
  const { count, ids } = rows[0]!;
  return { count, ids: count > MOST_COUNTED ? undefined : (ids ?? []) };
}

/** The same in all plans, whose order is given. */
export async function linesWithWordsInPlans(
  { db }: Within,
  plans: string[],
  words: string,
  page?: PageWanted,
): Promise<Found> {
  const { cursor } = page ?? {};
  const place = cursor?.plan ? plans.indexOf(cursor.plan) + 1 : 0;
  const { rows } = await sql<{ count: number; ids: string[] | null }>`
    select found as count, ids from words_in_plans(${words}, ${plans}::uuid[], ${sql.lit(MOST_COUNTED + 1)},
      ${place || null}::int, ${place ? cursor!.position : null}::int, ${cursor?.towards === 'before'},
      ${page ? PAGE_SIZE + 1 : null}::int)
  `.execute(db);
  const { count, ids } = rows[0]!;
  return { count, ids: ids ?? (count > MOST_COUNTED ? undefined : []) };
}
