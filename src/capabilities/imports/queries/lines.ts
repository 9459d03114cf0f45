import type { SelectQueryBuilder } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { OrganisationTables } from '../../../platform/database/tables.ts';
import type { ReadLine } from '../../../reading/reading.ts';
import type { StoredLine } from '../stored-reading.ts';

type Lines = SelectQueryBuilder<OrganisationTables, 'reading_lines', { position: number; line: unknown }>;

/** In the order of the document; for queries of one reading. */
export const linesOf = ({ db }: Within, reading: string): Lines =>
  db
    .selectFrom('reading_lines')
    .select(['position', 'line'])
    .where('reading_id', '=', reading)
    .orderBy('position');

export const stored = ({ position, line }: { position: number; line: unknown }): StoredLine => ({
  position,
  line: line as ReadLine,
});

export async function allLines(within: Within, reading: string): Promise<ReadLine[]> {
  return (await linesOf(within, reading).execute()).map(row => stored(row).line);
}

/** One page of the lines, in the order of the document; `doubtful`: only those with a doubt that nobody settled. */
export async function pageOfLines(
  within: Within,
  reading: string,
  { after, most, doubtful }: { after: number; most: number; doubtful: boolean },
): Promise<StoredLine[]> {
  const some = doubtful
    ? linesOf(within, reading).where('doubts', '>', 0).offset(after)
    : // positions run without a gap, so a page is found without counting its way there
      linesOf(within, reading).where('position', '>', after);
  return (await some.limit(most).execute()).map(stored);
}

export async function lineAt(
  within: Within,
  reading: string,
  { table, row }: { table: number; row: number },
): Promise<StoredLine | undefined> {
  const found = await linesOf(within, reading)
    .where('table_number', '=', table)
    .where('row_number', '=', row)
    .limit(1)
    .executeTakeFirst();
  return found && stored(found);
}

/** The lines before and after a place in the document, for going from one to the next. */
export async function neighbours(
  within: Within,
  reading: string,
  position: number,
): Promise<{ before?: ReadLine['at']; after?: ReadLine['at'] }> {
  const rows = await linesOf(within, reading)
    .where('position', 'in', [position - 1, position + 1])
    .execute();
  const at = (wanted: number) => rows.map(stored).find(row => row.position === wanted)?.line.at;
  return { before: at(position - 1), after: at(position + 1) };
}
