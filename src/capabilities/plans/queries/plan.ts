import { sql } from 'kysely';
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
  periodFrom: string | null;
  periodTo: string | null;
  marking: Marking;
  version: number;
  changedAt: Temporal.Instant;
};

export async function planHead({ db }: Within, id: string): Promise<PlanHead | undefined> {
  const row = await db
    .selectFrom('plans')
    .select(['id', 'title', 'kind', 'dated', 'marking', 'version'])
    .select(['period_from as periodFrom', 'period_to as periodTo', 'changed_at as changedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as DocumentKind, marking: row.marking as Marking };
}

export type Section = { id: string; title: string; columns: Column[] };

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

/** How many lines of each kind a plan has, and how many match the filter; its owner and its words apart. */
export type Tallies = {
  lines: number;
  complete: number;
  unowned: number;
  undated: number;
  doubtful: number;
  matching: number;
};

export async function talliesOf({ db }: Within, plan: string, filter: Filter = {}): Promise<Tallies> {
  const sum = (condition = sql`true`) =>
    sql<number>`coalesce(sum(lines) filter (where ${condition}), 0)::int`;
  return db
    .selectFrom('line_tallies')
    .select([
      sum().as('lines'),
      sum(sql`state = 'complete'`).as('complete'),
      sum(sql`not owned`).as('unowned'),
      sum(sql`not dated`).as('undated'),
      sum(sql`doubtful`).as('doubtful'),
      sum(tallied(filter)).as('matching'),
    ])
    .where('plan_id', '=', plan)
    .executeTakeFirstOrThrow();
}

function tallied({ section, state, only }: Filter) {
  const conditions = [sql`true`];
  if (section) conditions.push(sql`section_id = ${section}`);
  if (state) conditions.push(sql`state = ${state}`);
  if (only)
    conditions.push({ unowned: sql`not owned`, undated: sql`not dated`, doubtful: sql`doubtful` }[only]);
  return sql`${sql.join(conditions, sql` and `)}`;
}

export type OwnerChoice = { key: string; owner: string; lines: number };

/** Owners in the order of their names, `most` of them. */
export function ownersOf({ db }: Within, plan: string, most: number): Promise<OwnerChoice[]> {
  return db
    .selectFrom('owner_tallies')
    .select(['owner_key as key', 'owner', 'lines'])
    .where('plan_id', '=', plan)
    .where('lines', '>', 0)
    .orderBy('owner_key')
    .limit(most)
    .execute();
}

export async function ownerOf({ db }: Within, plan: string, key: string): Promise<OwnerChoice | undefined> {
  return db
    .selectFrom('owner_tallies')
    .select(['owner_key as key', 'owner', 'lines'])
    .where('plan_id', '=', plan)
    .where('owner_key', '=', key)
    .executeTakeFirst();
}
