import type { Within } from '../../../platform/database/database.ts';

export type PromisableClause = { id: string; plan: string; about: string };

/** A clause of a plan that has not ended, with its number before its name. */
export async function clauseToPromise(
  { db }: Within,
  plan: string,
  id: string,
): Promise<PromisableClause | undefined> {
  const found = await db
    .selectFrom('clauses')
    .select(['id', 'number', 'name'])
    .where('id', '=', id)
    .where('plan_id', '=', plan)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found && { id, plan, about: [found.number, found.name].filter(Boolean).join(' ') };
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
