import type { Within } from '../../platform/database/database.ts';
import { type CitableClause, numberKey } from './rules/cited.ts';

export type StoredClause = {
  id: string;
  number: string;
  name: string;
  detail: string;
  detailRead: string;
  place: number;
};

/** The clauses of a plan in the order of its document; held, so that two readings of one plan stand in line. */
export function storedClauses({ db }: Within, plan: string): Promise<StoredClause[]> {
  return db
    .selectFrom('clauses')
    .select(['id', 'number', 'name', 'detail', 'detail_read as detailRead', 'place'])
    .where('plan_id', '=', plan)
    .orderBy('place')
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Everything that a line can cite, under the key of its number. */
export async function citableClauses({ db }: Within): Promise<Map<string, CitableClause[]>> {
  const rows = await db
    .selectFrom('clauses as c')
    .innerJoin('plans as p', 'p.id', 'c.plan_id')
    .select(['c.id', 'c.number', 'c.plan_id as plan', 'p.title as document'])
    .where('c.number', '<>', '')
    .where('c.ended_at', 'is', null)
    .where('p.removed_at', 'is', null)
    .execute();
  return Map.groupBy(rows as CitableClause[], clause => numberKey(clause.number));
}
