import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { DocumentKind } from '../../../reading/reading.ts';
import type { Agreement, Governance, Showing } from '../governance.ts';
import type { Marking } from '../plan.ts';
import type { PlanHead } from './plan.ts';

export type GovernedPlan = PlanHead & Governance & { madeAt: Temporal.Instant };

export async function governedPlan({ db }: Within, id: string): Promise<GovernedPlan | undefined> {
  const row = await db
    .selectFrom('plans as p')
    .leftJoin('owners as o', 'o.id', 'p.owner_id')
    .select(['p.id', 'p.title', 'p.kind', 'p.dated', 'p.marking', 'p.version', 'p.changed_at as changedAt'])
    .select(['p.created_at as madeAt', 'p.edition', 'p.period_from as periodFrom', 'p.period_to as periodTo'])
    .select(['p.next_review as nextReview', 'o.id as ownerId', 'o.name as ownerName'])
    .where('p.id', '=', id)
    .where('p.removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { ownerId, ownerName, ...plan } = row;
  return {
    ...plan,
    kind: plan.kind as DocumentKind,
    marking: plan.marking as Marking,
    owner: ownerId && ownerName ? { id: ownerId, name: ownerName } : null,
  };
}

/** Newest first. */
export function agreementsOf({ db }: Within, plan: string): Promise<Agreement[]> {
  return db
    .selectFrom('plan_agreements')
    .select(['id', 'agreed_by as by', 'agreed_on as on', 'edition', 'stood_at as stoodAt'])
    .select('recorded_by as recordedBy')
    .where('plan_id', '=', plan)
    .orderBy('agreed_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
}

/** Newest first. */
export function showingsOf({ db }: Within, plan: string): Promise<Showing[]> {
  return db
    .selectFrom('plan_showings')
    .select(['id', 'shown_to as to', 'shown_on as on'])
    .where('plan_id', '=', plan)
    .orderBy('shown_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
}

/** Those who can answer for a plan, by name; for who has only a part of the plans, those who answer for lines of it. */
export function ownersToChoose({ db, sight }: Within): Promise<{ id: string; name: string }[]> {
  const seen = sql<boolean>`exists (select from lines l where l.accountable_id = owners.id)`;
  return db
    .selectFrom('owners')
    .select(['id', 'name'])
    .where('ended_at', 'is', null)
    .$if(sight !== undefined, query => query.where(seen))
    .orderBy('name')
    .limit(500)
    .execute();
}
