import { type SelectQueryBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { OrganisationTables } from '../../../platform/database/tables.ts';
import type { Place } from '../../../reading/places.ts';
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

export async function lineAt(within: Within, reading: string, at: Place): Promise<StoredLine | undefined> {
  const found = await linesOf(within, reading).where(isAt(at)).limit(1).executeTakeFirst();
  return found && stored(found);
}

/** Of the lines that a person made of one row, the one of its number; where no number is given, the row's only line. */
export const isAt = ({
  table,
  row,
  part,
}: Place) => sql<boolean>`table_number = ${table} and row_number = ${row}
  and (line #>> '{at,part}')::int is not distinct from ${part ?? null}::int`;

export type Neighbours = { before?: Place; after?: Place };

/** The lines before and after a place in the document, for going from one to the next. */
export async function neighbours(within: Within, reading: string, position: number): Promise<Neighbours> {
  const rows = await linesOf(within, reading)
    .where('position', 'in', [position - 1, position + 1])
    .execute();
  const at = (wanted: number) => rows.map(stored).find(row => row.position === wanted)?.line.at;
  return { before: at(position - 1), after: at(position + 1) };
}
