import { z } from 'zod';
import type { KeepsOwners } from '../../organisations/index.ts';

const movedShape = z.array(z.uuid());

/** What is asked under a name of the register follows it when two names become one. */
export const requestsFollowOwners: KeepsOwners = {
  name: 'requests',
  renamed: async () => undefined, // the name is read from the register
  merged: async ({ db }, { from, into }) => {
    const moved = await db
      .updateTable('requests')
      .set({ owner_id: into.id })
      .where('owner_id', '=', from.id)
      .returning('id')
      .execute();
    return moved.map(({ id }) => id);
  },
  standsAsLeft: async () => true, // what was answered or passed on since is nobody's loss
  putBack: async ({ db }, moved, { from, into }) => {
    const ids = movedShape.parse(moved ?? []);
    if (!ids.length) return;
    await db
      .updateTable('requests')
      .set({ owner_id: from.id })
      .where('id', 'in', ids)
      .where('owner_id', '=', into.id)
      .execute();
  },
};
