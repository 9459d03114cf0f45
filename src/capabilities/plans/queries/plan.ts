import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { DocumentKind } from '../../../reading/reading.ts';
import type { Beside, Column, Marking } from '../plan.ts';
import type { Filter } from '../rules/asked.ts';
import { type Tallies, talliesFor } from '../rules/tallies.ts';
import { type OwnerChoice, type PlanFacts, planFacts, type Section } from './facts.ts';

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

/** Everything that stands around a plan's lines, and how many of them match the filter; its owner and words apart. */
export type PlanAround = PlanHead & Omit<PlanFacts, 'tallies'> & { tallies: Tallies };

/** The plan itself is asked for; what stands around it only when it is not what this process knows of it. */
export async function planAround(
  within: Within,
  id: string,
  filter: Filter,
): Promise<PlanAround | undefined> {
  const { owner } = filter;
  const chosen = owner
    ? sql`(select json_build_object('key', owner_key, 'owner', owner, 'lines', lines)
        from owner_tallies t where t.plan_id = p.id and t.owner_key = ${owner} and t.lines > 0)`
    : sql`null::json`;
  const found = await sql<PlanHead & { factsVersion: number; chosen: OwnerChoice | null }>`
    select id, title, kind, dated, marking, version, changed_at as "changedAt", facts_version as "factsVersion",
      ${chosen} as chosen
    from plans p where id = ${id} and removed_at is null
  `.execute(within.db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { factsVersion, chosen: also, ...head } = row;
  const { tallies, sections, owners } = await planFacts(within, id, factsVersion);
  const known = !also || owners.some(one => one.key === also.key);
  return {
    ...head,
    sections,
    owners: known ? owners : [also, ...owners],
    tallies: talliesFor(tallies, filter),
  };
}

export async function planHead({ db }: Within, id: string): Promise<PlanHead | undefined> {
  const row = await db
    .selectFrom('plans')
    .select(['id', 'title', 'kind', 'dated', 'marking', 'version', 'changed_at as changedAt'])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
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

/** Only what they are called, for choosing one. */
export function sectionTitles({ db }: Within, plan: string): Promise<Pick<Section, 'id' | 'title'>[]> {
  return db
    .selectFrom('plan_sections')
    .select(['id', 'title'])
    .where('plan_id', '=', plan)
    .orderBy('position')
    .execute();
}

export async function besideOf({ db }: Within, plan: string): Promise<Beside> {
  const { beside } = await db
    .selectFrom('plans')
    .select('beside')
    .where('id', '=', plan)
    .executeTakeFirstOrThrow();
  return beside as Beside;
}
