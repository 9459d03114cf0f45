import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { DocumentKind } from '../../../reading/reading.ts';
import type { Beside, Column, Marking } from '../plan.ts';
import type { Filter } from '../rules/asked.ts';

/** A plan without its lines and without what else its document says. */
export type PlanHead = {
  id: string;
  title: string;
  kind: DocumentKind;
  dated: string | null;
  marking: Marking;
  version: number;
  changedAt: Temporal.Instant;
};

export type Section = { id: string; title: string; columns: Column[] };

/** How many lines of each kind a plan has, and how many match the filter; its owner and its words apart. */
export type Tallies = {
  lines: number;
  complete: number;
  unowned: number;
  undated: number;
  doubtful: number;
  matching: number;
};

export type OwnerChoice = { key: string; owner: string; lines: number };

/** Everything that stands around a plan's lines, asked for at once: each question more costs as much as its answer. */
export type PlanAround = PlanHead & { tallies: Tallies; sections: Section[]; owners: OwnerChoice[] };

/** Owners in the order of their names, `mostOwners` of them and the one that is filtered by. */
export async function planAround(
  { db }: Within,
  id: string,
  filter: Filter,
  mostOwners: number,
): Promise<PlanAround | undefined> {
  const found = await sql<Omit<PlanAround, 'owners'> & { owners: OwnerColumns }>`
    select id, title, kind, dated, marking, version, changed_at as "changedAt",
      (${talliesOfPlan(filter)}) as tallies, (${SECTIONS_OF_PLAN}) as sections,
      (${ownersOfPlan(mostOwners, filter.owner)}) as owners
    from plans p where id = ${id}
  `.execute(db);
  const [row] = found.rows;
  return row && { ...row, owners: ownersIn(row.owners) };
}

/** Three lists and not one of records: to write and read two hundred records takes the database twice as long. */
type OwnerColumns = { keys: string[]; owners: string[]; lines: number[] };

const ownersIn = ({ keys, owners, lines }: OwnerColumns): OwnerChoice[] =>
  keys.map((key, index) => ({ key, owner: owners[index]!, lines: lines[index]! }));

export async function planHead({ db }: Within, id: string): Promise<PlanHead | undefined> {
  const row = await db
    .selectFrom('plans')
    .select(['id', 'title', 'kind', 'dated', 'marking', 'version', 'changed_at as changedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as DocumentKind, marking: row.marking as Marking };
}

export async function sectionsOf({ db }: Within, plan: string): Promise<Section[]> {
  const rows = await db
    .selectFrom('plan_sections')
    .select(['id', 'title', 'columns'])
    .where('plan_id', '=', plan)
    .orderBy('position')
    .execute();
  return rows.map(row => ({ ...row, columns: row.columns as Column[] }));
}

export async function besideOf({ db }: Within, plan: string): Promise<Beside> {
  const { beside } = await db
    .selectFrom('plans')
    .select('beside')
    .where('id', '=', plan)
    .executeTakeFirstOrThrow();
  return beside as Beside;
}

const SECTIONS_OF_PLAN = sql`
  select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'columns', s.columns) order by s.position), '[]')
  from plan_sections s where s.plan_id = p.id`;

function talliesOfPlan(filter: Filter): RawBuilder<unknown> {
  const sum = (condition: RawBuilder<unknown>) => sql`coalesce(sum(t.lines) filter (where ${condition}), 0)`;
  return sql`
    select json_build_object('lines', ${sum(sql`true`)}, 'complete', ${sum(sql`t.state = 'complete'`)},
      'unowned', ${sum(sql`not t.owned`)}, 'undated', ${sum(sql`not t.dated`)}, 'doubtful', ${sum(sql`t.doubtful`)},
      'matching', ${sum(tallied(filter))})
    from line_tallies t where t.plan_id = p.id`;
}

function tallied({ section, state, only }: Filter): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (section) conditions.push(sql`t.section_id = ${section}`);
  if (state) conditions.push(sql`t.state = ${state}`);
  if (only)
    conditions.push(
      { unowned: sql`not t.owned`, undated: sql`not t.dated`, doubtful: sql`t.doubtful` }[only],
    );
  return sql.join(conditions, sql` and `);
}

function ownersOfPlan(most: number, chosen: string | undefined): RawBuilder<unknown> {
  const first = sql`(select owner_key, owner, lines from owner_tallies t
    where t.plan_id = p.id and t.lines > 0 order by owner_key limit ${sql.lit(most)})`;
  const also = sql`select owner_key, owner, lines from owner_tallies t where t.plan_id = p.id and t.owner_key = ${chosen}`;
  return sql`
    select json_build_object('keys', coalesce(array_agg(owner_key), '{}'), 'owners', coalesce(array_agg(owner), '{}'),
      'lines', coalesce(array_agg(lines), '{}'))
    from (${chosen ? sql`select * from (${first} union ${also}) both_parts order by owner_key` : first}) o`;
}
