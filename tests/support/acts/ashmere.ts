import { createPlan } from '../../../src/capabilities/plans/index.ts';
import type { Database, Within } from '../../../src/platform/database/database.ts';
import { newPlan } from '../plans.ts';
import { NOW } from './acts.ts';

/** An organisation of a person, with two plans and a priority. */
export async function ashmere(database: Database) {
  const at = NOW;
  const { organisation, account } = await database.beforeOrganisation(async db => {
    const made = await db
      .insertInto('organisations')
      .values({ name: 'Borough of Ashmere', colour: '#0b4f54', created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    const email = `ada.${made.id}@ashmere.example`;
    const person = await db
      .insertInto('accounts')
      .values({ name: 'Ada Marsh', email, password_hash: '', password_changed_at: at, created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { organisation: made.id, account: person.id };
  });
  const actor = { id: account, name: 'Ada Marsh' };
  const inside = <T>(work: (within: Within) => Promise<T>) =>
    database.inOrganisation({ organisation, actor }, work);
  const plans = await inside(async within => {
    const values = { kind: 'priority', name: 'Safer streets', portfolio: '', detail: '' };
    await within.db
      .insertInto('priorities')
      .values({ ...values, created_at: at, changed_at: at })
      .execute();
    return [
      await createPlan(within, newPlan(), at),
      await createPlan(within, newPlan({ title: 'Spare' }), at),
    ];
  });
  return { inside, plans };
}
