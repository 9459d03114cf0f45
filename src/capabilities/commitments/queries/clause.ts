import type { Within } from '../../../platform/database/database.ts';

export type PromisableClause = { id: string; plan: string; about: string };

/**
 * A clause of a plan that has not ended, with its number before its name. Several duties under one heading have its name
 * in common: each is called by what it says as well, since whoever is asked about two of them must tell them apart.
 */
export async function clauseToPromise(
  { db }: Within,
  plan: string,
  id: string,
): Promise<PromisableClause | undefined> {
  const found = await db
    .selectFrom('clauses')
    .select(['id', 'number', 'name', 'detail'])
    .select(at =>
      at
        .exists(
          at
            .selectFrom('clauses as other')
            .select('other.id')
            .whereRef('other.plan_id', '=', 'clauses.plan_id')
            .whereRef('other.name', '=', 'clauses.name')
            .whereRef('other.id', '!=', 'clauses.id')
            .where('other.ended_at', 'is', null),
        )
        .as('shared'),
    )
    .where('id', '=', id)
    .where('plan_id', '=', plan)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!found) return undefined;
  const { number, name, detail, shared } = found;
  const called = [number, name].filter(Boolean).join(' ');
  return { id, plan, about: shared && detail ? `${called}: ${detail}` : called };
}

/** The document that a clause is of, while that is there. */
export async function planOfClause({ db }: Within, id: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('clauses as c')
    .innerJoin('plans as p', 'p.id', 'c.plan_id')
    .select('p.id')
    .where('c.id', '=', id)
    .where('c.ended_at', 'is', null)
    .where('p.removed_at', 'is', null)
    .executeTakeFirst();
  return found?.id;
}
