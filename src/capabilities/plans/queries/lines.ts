import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { FIELDS, type Field, type State } from '../../../reading/reading.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import type { CellName } from '../plan.ts';
import type { Asked, Cursor, Order } from '../rules/asked.ts';
import { conditions, type Which } from './line-conditions.ts';
import { KEYS, linesInOrder } from './lines-in-order.ts';
import { LINK_NAMES, linksTo } from './linked-lines.ts';

export type { Which } from './line-conditions.ts';

export const PAGE_SIZE = 50;

/** What is not counted further: "1,000+". */
export const MOST_COUNTED = 1000;

/** Characters of a cell in a list, in which it is cut to four lines anyway. */
const SHOWN = 400;

export type ListedLine = Partial<Record<Field, string>> & {
  id: string;
  plan: string;
  section: string;
  position: number;
  state: State;
  marking: string;
  tags: string[];
  doubtful: boolean;
  /** Who answers for it; '' for nobody. */
  accountable: string;
  schedules: Schedule[];
  other?: Record<string, string>;
  /** Where it stands in the order asked for. */
  key: string | Temporal.Instant;
};

export type LinesPage = { lines: ListedLine[]; more: { before: boolean; after: boolean } };

/** A page of lines, read on from the cursor, so that the last page costs what the first does. */
export async function linesPage({ db }: Within, asked: Asked & Which, cells: CellName[]): Promise<LinesPage> {
  const cursor = cursorFor(asked);
  const taken = { columns: columnsOf(asked.order, cells, shortened), most: PAGE_SIZE + 1 }; // one more says that there are more
  const found = await sql<ListedLine>`${linesInOrder({ ...asked, cursor }, taken)}`.execute(db);
  const backwards = cursor?.towards === 'before';
  const more = found.rows.length > PAGE_SIZE;
  const lines = found.rows.slice(0, PAGE_SIZE);
  return {
    lines: backwards ? lines.reverse() : lines,
    more: { before: backwards ? more : cursor !== undefined, after: backwards || more },
  };
}

/** A line of several plans is found again only with its plan: an address that names none begins at the first page. */
const cursorFor = ({ plan, cursor }: Asked): Cursor | undefined =>
  plan || cursor?.plan ? cursor : undefined;

/** How many lines match, no further than `MOST_COUNTED` and one. */
export async function countMatching({ db }: Within, which: Which): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from (${matching(which)} limit ${sql.lit(MOST_COUNTED + 1)}) counted
  `.execute(db);
  return found.rows[0]!.count;
}

/** Where many have a link, its links are followed one by one: the lines of an organisation would be looked at in turn. */
function matching(which: Which): RawBuilder<unknown> {
  const { among, few = [] } = which;
  const link = among || few.length ? undefined : LINK_NAMES.find(name => which[name]);
  const lines = sql`from lines l where ${conditions(link ? { ...which, [link]: undefined } : which)}`;
  if (!link) return sql`select ${lines}`;
  return sql`select from (select k.line_id from ${linksTo(link, which[link]!)} offset 0) k
    cross join lateral (select ${lines} and l.id = k.line_id offset 0) linked`;
}

/** How many of the matching lines are marked OFFICIAL-SENSITIVE, themselves or by their plan; as far as they are counted. */
export async function countSensitive({ db }: Within, which: Which): Promise<number> {
  const most = sql.lit(MOST_COUNTED + 1);
  const lines = sql`from lines l where ${conditions(which)}`;
  const found = await sql<{ count: number }>`
    select (select count(*) from (select ${lines} and l.marking = 'OFFICIAL-SENSITIVE' limit ${most}) marked)::int
      + (select count(*) from (select from plans c cross join lateral
          (select ${lines} and l.plan_id = c.id and l.marking <> 'OFFICIAL-SENSITIVE' limit ${most}) unmarked
        where c.marking = 'OFFICIAL-SENSITIVE' limit ${most}) of_plans)::int as count
  `.execute(db);
  return found.rows[0]!.count;
}

/**
 * All lines that match, in their order and with their whole words, as many at a time as fit the memory: for what is
 * made of a whole list. Each lot is asked for when the one before it is done with.
 */
export async function* matchingLines(
  { db }: Within,
  asked: Asked & Which,
  { cells = [...FIELDS], atOnce = 500 }: { cells?: CellName[]; atOnce?: number } = {},
): AsyncGenerator<ListedLine[]> {
  const taken = { columns: columnsOf(asked.order, cells, whole), most: atOnce };
  let cursor: Cursor | undefined;
  do {
    const { rows } = await sql<ListedLine>`${linesInOrder({ ...asked, cursor }, taken)}`.execute(db);
    if (rows.length) yield rows;
    const last = rows.length === atOnce ? rows.at(-1) : undefined;
    cursor = last && { ...cursorAt(last), towards: 'after' };
  } while (cursor);
}

/** Where a line stands in the order that it was asked for in. */
export const cursorAt = ({ plan, position, key }: ListedLine): Omit<Cursor, 'towards'> => ({
  plan,
  position,
  key: String(key),
});

const whole = (field: Field) => sql`l.${sql.ref(field)}`;
const shortened = (field: Field) => sql`left(l.${sql.ref(field)}, ${sql.lit(SHOWN)}) as ${sql.ref(field)}`;

function columnsOf(order: Order, cells: CellName[], text: (field: Field) => RawBuilder<unknown>) {
  const fields = cells.filter((cell): cell is Field => !cell.startsWith('other:'));
  const other = fields.length < cells.length ? [sql`l.other`] : [];
  const key = sql`${KEYS[order]} as key`;
  const own = sql`l.id, l.plan_id as plan, l.section_id as section, l.position, l.state, l.marking, l.tags, l.doubtful, l.schedules, l.accountable`;
  return sql.join([own, key, ...fields.map(text), ...other]);
}
