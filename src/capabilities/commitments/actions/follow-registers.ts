import type { Within } from '../../../platform/database/database.ts';
import type { Spread } from '../promise.ts';
import type { When } from '../when.ts';
import { type Followed, followSpread } from './follow-spread.ts';

/** Promises that are kept for those whom registers have; after one, so that a job goes on where it was. */
export async function spreadPromises({ db }: Within, after: string | null, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('promises')
    .select('id')
    .where('spread', 'is not', null)
    .where('ended_on', 'is', null)
    .$if(after !== null, all => all.where('id', '>', after!))
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Looks who is in the register today whom a promise is kept for; nothing for one that is kept once, or has ended. */
export async function followRegister(within: Within, promise: string, when: When): Promise<Followed> {
  const found = await within.db
    .selectFrom('promises')
    .select(['id', 'spread'])
    .where('id', '=', promise)
    .where('spread', 'is not', null)
    .where('ended_on', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return { added: 0, retired: 0, moved: 0 };
  return followSpread(within, { id: found.id, spread: found.spread as Spread }, when);
}
