import type { Within } from '../../../platform/database/database.ts';

/** Whom to ask: "Ada Marsh", "Ada Marsh or Bo Lind". Three at most: more is a list that nobody reads. */
export async function namesOfAdministrators({ db }: Within): Promise<string> {
  const rows = await db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .select('a.name')
    .where('m.role', '=', 'administrator')
    .where('m.ended_at', 'is', null)
    .orderBy('a.name')
    .limit(3)
    .execute();
  const names = rows.map(({ name }) => name);
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names) || 'an administrator';
}
