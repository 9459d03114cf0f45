import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Field, State } from '../../../reading/reading.ts';
import type { Schedule } from '../../../timing/schedule.ts';
import type { CellName } from '../plan.ts';
import type { Asked, Cursor, Filter, Order } from '../rules/asked.ts';

export const PAGE_SIZE = 50;

/** What is not counted further: "1,000+". */
export const MOST_COUNTED = 1000;

/** Characters of a cell in a list, in which it is cut to four lines anyway. */
const SHOWN = 400;

export type ListedLine = Partial<Record<Field, string>> & {
  id: string;
  section: string;
  position: number;
  state: State;
  marking: string;
  doubtful: boolean;
  schedules: Schedule[];
  other?: Record<string, string>;
  /** Where it stands in the order asked for. */
  key: string | Temporal.Instant;
};

export type LinesPage = { lines: ListedLine[]; more: { before: boolean; after: boolean } };

/**
 * `among`: the lines that have the words, where they were found by the index; without them each line is looked at in
 * turn, which soon fills a page where very many have the words.
 */
export type Which = Filter & { among?: string[] };

/** A page of a plan's lines, read on from the cursor, so that the last page costs what the first does. */
export async function linesPage(
  { db }: Within,
  plan: string,
  asked: Asked & Which,
  cells: CellName[],
): Promise<LinesPage> {
  const { cursor } = asked;
  const columns = listed(asked.order, cells);
  const found = await sql<ListedLine>`${select(columns, plan, asked)}`.execute(db);
  const backwards = cursor?.towards === 'before';
  const more = found.rows.length > PAGE_SIZE;
  const lines = found.rows.slice(0, PAGE_SIZE);
  return {
    lines: backwards ? lines.reverse() : lines,
    more: { before: backwards ? more : cursor !== undefined, after: backwards || more },
  };
}

/** How many lines match, no further than `MOST_COUNTED` and one. */
export async function countMatching({ db }: Within, plan: string, filter: Which): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count
    from (select from lines l where ${conditions(plan, filter)} limit ${sql.lit(MOST_COUNTED + 1)}) counted
  `.execute(db);
  return found.rows[0]!.count;
}

/** The lines that have some words. `ids`: all of them, or where only a page of them was wanted, those of the page. */
export type Found = { count: number; ids: string[] };

/**
 * The plan's lines that have the words, counted no further than `MOST_COUNTED` and one. `page`: for a page in the
 * document's order and no other filter, so that of a thousand lines only fifty are looked at.
 */
export async function linesWithWords(
  { db }: Within,
  plan: string,
  words: string,
  page?: { cursor?: Cursor },
): Promise<Found> {
  const { cursor } = page ?? {};
  const { rows } = await sql<{ count: number; ids: string[] | null }>`
    select found as count, ids from words_in_plan(${words}, ${plan}, ${sql.lit(MOST_COUNTED + 1)},
      ${cursor?.position ?? null}::int, ${cursor?.towards === 'before'}, ${page ? PAGE_SIZE + 1 : null}::int)
  `.execute(db);
  const { count, ids } = rows[0]!;
  return { count, ids: ids ?? [] };
}

const goneOn = ({ towards, position }: Cursor, column: RawBuilder<unknown>) =>
  towards === 'before' ? sql`${column} < ${position}` : sql`${column} > ${position}`;

const KEYS: Record<Order, RawBuilder<unknown>> = {
  document: sql`''`,
  reference: sql`l.reference_key`,
  owner: sql`l.owner_key`,
  state: sql`l.state`,
  changed: sql`l.changed_at`,
};

function listed(order: Order, cells: CellName[]): RawBuilder<unknown> {
  const fields = cells.filter((cell): cell is Field => !cell.startsWith('other:'));
  const texts = fields.map(field => sql`left(l.${sql.ref(field)}, ${sql.lit(SHOWN)}) as ${sql.ref(field)}`);
  const other = fields.length < cells.length ? [sql`l.other`] : [];
  const key = sql`${KEYS[order]} as key`;
  const own = sql`l.id, l.section_id as section, l.position, l.state, l.marking, l.doubtful, l.schedules`;
  return sql.join([own, key, ...texts, ...other]);
}

/**
 * Everything that is common to a page and its count: whose lines, and which of them. The plan stands in the statement
 * itself, so that the way the database settles on for it is one for a plan of this size: for one of middling size it
 * gathers and sorts all lines in doubt, which of a large one took ten times as long.
 */
function conditions(plan: string, { section, owner, state, only, words, among }: Which) {
  const all = [sql`l.plan_id = ${sql.lit(plan)}`];
  if (section) all.push(sql`l.section_id = ${section}`);
  if (owner) all.push(sql`l.owner_key = ${owner}`);
  if (state) all.push(sql`l.state = ${state}`);
  if (only) all.push(ONLY[only]);
  if (among) all.push(sql`l.id = any(${among}::uuid[])`);
  else if (words) all.push(hasWords(words));
  return sql.join(all, sql` and `);
}

/**
 * Asked of one line after the other. Under `coalesce` the database takes half of all lines to have the words; by itself
 * it takes one in two hundred to, and gathers and sorts all lines before it looks (97 ms for 25,000 against 0.3).
 */
const hasWords = (words: string) =>
  sql`coalesce(l.words @@ websearch_to_tsquery('english', ${words}), false)`;

const ONLY = { unowned: sql`l.owner_key = ''`, undated: sql`not l.dated`, doubtful: sql`l.doubtful` };

/** One line more than a page, to know whether there is another. */
function select(columns: RawBuilder<unknown>, plan: string, asked: Asked & Which) {
  const { order, cursor } = asked;
  const backwards = cursor?.towards === 'before';
  const sorted = sorting(order, backwards);
  const some = (condition: RawBuilder<unknown>) => sql`
    select ${columns} from lines l where ${conditions(plan, asked)} and ${condition}
    order by ${sorted.inside} limit ${sql.lit(PAGE_SIZE + 1)}`;
  if (!cursor) return some(sql`true`);
  const onwards = goneOn(cursor, sql`l.position`);
  if (order === 'document') return some(onwards);
  // Two walks along the index: the rest of the lines of one key, then the keys beyond it. One condition on both
  // together is only used by the index where both run in the same direction.
  return sql`select * from (
    (${some(sql`${KEYS[order]} = ${cursor.key} and ${onwards}`)}) union all (${some(beyond(order, cursor))})
  ) both_parts order by ${sorted.outside} limit ${sql.lit(PAGE_SIZE + 1)}`;
}

function beyond(order: Order, { key, towards }: Cursor) {
  const rising = order !== 'changed';
  return rising === (towards === 'after') ? sql`${KEYS[order]} > ${key}` : sql`${KEYS[order]} < ${key}`;
}

/** The last changed come first; every other order rises. */
function sorting(order: Order, backwards: boolean) {
  const position = backwards ? sql`position desc` : sql`position`;
  if (order === 'document') return { inside: position, outside: position };
  const direction = (order === 'changed') === backwards ? sql`` : sql` desc`;
  return {
    inside: sql`${KEYS[order]}${direction}, l.${position}`,
    outside: sql`key${direction}, ${position}`,
  };
}
