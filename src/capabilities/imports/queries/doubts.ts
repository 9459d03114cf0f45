import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import type { Place } from '../../../reading/places.ts';
import type { ReadLine } from '../../../reading/reading.ts';
import type { StoredLine } from '../stored-reading.ts';
import { isAt, linesOf, stored } from './lines.ts';

/** The doubt of a number, from 1, counted over the document's lines in their order. */
export async function doubtOfNumber(
  { db }: Within,
  reading: string,
  number: number,
): Promise<(StoredLine & { doubt: ReadLine['doubts'][number] }) | undefined> {
  const counted = db
    .selectFrom('reading_lines')
    .select(['position', 'doubts'])
    .select(sql<number>`(sum(doubts) over (order by position))::int`.as('so_far'))
    .where('reading_id', '=', reading)
    .where('doubts', '>', 0)
    // as many lines as there are doubts hold at least as many
    .orderBy('position')
    .limit(number);
  const found = await db
    .selectFrom('reading_lines as l')
    .innerJoin(counted.as('counted'), 'counted.position', 'l.position')
    .select(['l.position', 'l.line', 'counted.doubts', 'counted.so_far'])
    .where('l.reading_id', '=', reading)
    .where('counted.so_far', '>=', number)
    .orderBy('l.position')
    .limit(1)
    .executeTakeFirst();
  if (!found) return undefined;
  const { line, position } = stored(found);
  const doubt = line.doubts[number - (found.so_far - found.doubts) - 1];
  return doubt && { line, position, doubt };
}

/** The lines that raise one doubt in the same words; at one place, or wherever they stand. */
export async function linesInDoubt(
  within: Within,
  reading: string,
  { field, reason }: ReadLine['doubts'][number],
  at?: Place,
): Promise<StoredLine[]> {
  const lines = linesOf(within, reading)
    .where('doubts', '>', 0)
    .where(sql<boolean>`line -> 'doubts' @> ${json([{ field, reason }])}`);
  const some = at ? lines.where(isAt(at)) : lines;
  return (await some.execute()).map(stored);
}

/** How many lines raise a doubt in the same words. */
export async function countAlike(
  { db }: Within,
  reading: string,
  { field, reason }: ReadLine['doubts'][number],
): Promise<number> {
  const tally = await db
    .selectFrom('doubt_tallies')
    .select('lines')
    .where('reading_id', '=', reading)
    .where('question', '=', sql<string>`md5(${field} || chr(10) || ${reason})`)
    .executeTakeFirst();
  return tally?.lines ?? 0;
}
