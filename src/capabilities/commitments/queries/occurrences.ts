import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { OccurrenceState } from '../occurrence.ts';
import type { Asked, Cursor, Filter } from '../rules/asked-occurrences.ts';
import { conditions } from './occurrence-conditions.ts';
import { STANDING, stateByDay, WHO_DOES_IT } from './state-by-day.ts';

export const PAGE_SIZE = 50;

/** What is not counted further: "5,000+". */
export const MOST_COUNTED = 5000;

export type ListedOccurrence = {
  id: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  /** "18:30" */
  at: string | null;
  firstBy: Temporal.PlainDate;
  state: OccurrenceState;
  /** Somebody said what became of it. */
  settled: boolean;
  wasMissed: boolean;
  doneOn: Temporal.PlainDate | null;
  reason: string;
  promise: string;
  about: string;
  /** '' where the promise is kept once for all. */
  forName: string;
  plan: string;
  planTitle: string;
  line: string | null;
  /** null: nobody yet. */
  owner: string | null;
};

export type OccurrencesPage = {
  occurrences: ListedOccurrence[];
  /** The first and the last in the order in which it is read on, whichever stands first on the page. */
  ends: ListedOccurrence[];
  more: { before: boolean; after: boolean };
};

/** A page of them by their last days, read on from the cursor, so that the last page costs what the first does. */
export async function occurrencesPage(
  { db }: Within,
  asked: Asked,
  today: Temporal.PlainDate,
): Promise<OccurrencesPage> {
  const found = await sql<ListedOccurrence>`${inOrder(asked, today, PAGE_SIZE + 1)}`.execute(db);
  const backwards = asked.cursor?.towards === 'before';
  const more = found.rows.length > PAGE_SIZE; // one more says that there are more
  const read = found.rows.slice(0, PAGE_SIZE);
  if (backwards) read.reverse();
  return {
    occurrences: byName(read, asked),
    ends: [read[0], read.at(-1)].flatMap(one => one ?? []),
    more: { before: backwards ? more : asked.cursor !== undefined, after: backwards || more },
  };
}

const names = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
const { compare } = Temporal.PlainDate;

/**
 * Those of one day by what was promised and for whom, as people count: Ward 2 before Ward 10. Only within a page: by name
 * the database would have to look up the whole of a day to find the first fifty.
 */
function byName(page: ListedOccurrence[], { latest }: Asked): ListedOccurrence[] {
  return page.toSorted(
    (a, b) =>
      compare(a.by, b.by) * (latest ? -1 : 1) ||
      names.compare(a.about, b.about) ||
      names.compare(a.forName, b.forName),
  );
}

/** All of them in their order, as many at a time as fit the memory; each lot is asked for when the one before is done with. */
export async function* matchingOccurrences(
  { db }: Within,
  asked: Asked,
  today: Temporal.PlainDate,
  atOnce = 500,
): AsyncGenerator<ListedOccurrence[]> {
  let cursor: Cursor | undefined;
  do {
    const { rows } = await sql<ListedOccurrence>`${inOrder({ ...asked, cursor }, today, atOnce)}`.execute(db);
    if (rows.length) yield rows;
    const last = rows.length === atOnce ? rows.at(-1) : undefined;
    cursor = last && { towards: 'after', ...cursorAt(last) };
  } while (cursor);
}

export const cursorAt = ({ id, by }: ListedOccurrence): Omit<Cursor, 'towards'> => ({
  id,
  day: by.toString(),
});

function inOrder(asked: Asked, today: Temporal.PlainDate, most: number): RawBuilder<unknown> {
  const { cursor, latest } = asked;
  const forwards = (cursor?.towards !== 'before') !== Boolean(latest);
  const beyond = forwards ? sql`>` : sql`<`;
  const direction = forwards ? sql`` : sql`desc`;
  const from = cursor ? sql`and (o.by_day, o.id) ${beyond} (${cursor.day}::date, ${cursor.id}::uuid)` : sql``;
  return sql`
    select o.id, o.from_day as "from", o.by_day as by, to_char(o.at, 'HH24:MI') as at, o.first_by as "firstBy",
      ${stateByDay(today)} as state, o.outcome is not null as settled, o.was_missed as "wasMissed", o.done_on as "doneOn", left(o.reason, 300) as reason,
      p.id as promise, p.about, c.for_name as "forName", pl.id as plan, pl.title as "planTitle", p.line_id as line,
      (select w.name from owners w where w.id = ${WHO_DOES_IT}) as owner
    from ${STANDING} where ${conditions(asked, today)} ${from}
    order by o.by_day ${direction}, o.id ${direction} limit ${sql.lit(most)}`;
}

/** How many match, no further than `MOST_COUNTED` and one. */
export async function countOccurrences(
  { db }: Within,
  asked: Filter,
  today: Temporal.PlainDate,
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from ${STANDING} where ${conditions(asked, today)} limit ${sql.lit(MOST_COUNTED + 1)}) counted
  `.execute(db);
  return found.rows[0]!.count;
}
