import type { Within } from '../../../platform/database/database.ts';

/** What a job writes is the person's doing who asked for it. */
export async function asPerson(inside: Within, account: string): Promise<Within> {
  const { name } = await inside.db
    .selectFrom('accounts')
    .select('name')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  return { ...inside, actor: { id: account, name } };
}
