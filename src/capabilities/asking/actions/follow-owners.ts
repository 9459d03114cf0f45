import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Within } from '../../../platform/database/database.ts';
import type { KeepsOwners } from '../../organisations/index.ts';

const movedShape = z.array(z.uuid());

/** What is asked under a name of the register follows it when two names become one. */
export const requestsFollowOwners: KeepsOwners = {
  name: 'requests',
  renamed: async () => undefined, // the name is read from the register
  merged: async ({ db }, { from, into }) => {
    const { rows } = await swap(db, sql`true`, from.id, into.id);
    return rows.map(({ id }) => id);
  },
  standsAsLeft: async () => true, // what was answered or passed on since is nobody's loss
  putBack: async ({ db }, moved, { from, into }) => {
    const ids = movedShape.parse(moved ?? []);
    if (!ids.length) return;
    await swap(db, sql`id = any(${ids}::uuid[])`, into.id, from.id);
  },
};

/** Of those that are asked under a name, or were before somebody else was asked. */
const swap = (db: Within['db'], which: RawBuilder<boolean>, name: string, other: string) =>
  sql<{ id: string }>`
    update requests set
      owner_id = case when owner_id = ${name} then ${other}::uuid else owner_id end,
      first_owner_id = case when first_owner_id = ${name} then ${other}::uuid else first_owner_id end
    where ${which} and ${name} in (owner_id, first_owner_id) returning id`.execute(db);
