import { type SelectQueryBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { OrganisationTables } from '../../../platform/database/tables.ts';
import type { Place } from '../../../reading/places.ts';
import type { ReadLine } from '../../../reading/reading.ts';
import { found } from '../rules/line-words.ts';
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

/** `doubtful`: only those with a doubt that nobody settled. `section`, `words`: '' for all. */
export type LineFilter = { doubtful: boolean; section: string; words: string };

/** Words beyond this many narrow nothing down. */
const MOST_WORDS = 8;

const wanted = (lines: Lines, { doubtful, section, words }: LineFilter): Lines => {
  const some = doubtful ? lines.where('doubts', '>', 0) : lines;
  const titled = section ? some.where('section', '=', section) : some;
  const each = found(words).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  return each.reduce(
    (all, word) => all.where('words', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`),
    titled,
  );
};

/** One page of the lines, in the order of the document. */
export async function pageOfLines(
  within: Within,
  reading: string,
  { after, most, ...filter }: LineFilter & { after: number; most: number },
): Promise<StoredLine[]> {
  const { doubtful, section, words } = filter;
  const some =
    doubtful || section || words
      ? wanted(linesOf(within, reading), filter).offset(after)
      : // positions run without a gap, so a page is found without counting its way there; with an end it is also found
        // by a database that does not know yet how many lines there are, and gathered all of them to sort
        linesOf(within, reading)
          .where('position', '>', after)
          .where('position', '<=', after + most);
  return (await some.limit(most).execute()).map(stored);
}

export async function countFound(within: Within, reading: string, filter: LineFilter): Promise<number> {
  const { count } = await within.db
    .selectFrom(wanted(linesOf(within, reading), filter).as('found'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The lines that stand at some rows, in the order of the document; all that were made of a row. */
export async function linesAt(within: Within, reading: string, places: Place[]): Promise<StoredLine[]> {
  if (!places.length) return [];
  const tables = places.map(({ table }) => table);
  const rows = places.map(({ row }) => row);
  const at = sql<boolean>`(table_number, row_number) in (select * from unnest(${tables}::int[], ${rows}::int[]))`;
  return (await linesOf(within, reading).where(at).execute()).map(stored);
}

/** The same by "table/row"; of a row that was made into several, the first. */
export async function linesOfRows(
  within: Within,
  reading: string,
  places: Place[],
): Promise<Map<string, StoredLine>> {
  const lines = await linesAt(within, reading, places);
  return new Map(lines.toReversed().map(one => [`${one.line.at.table}/${one.line.at.row}`, one]));
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
