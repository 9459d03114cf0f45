import { sql } from 'kysely';
import type { Within } from '../database/database.ts';
import { type Change, recordMany } from '../history/history.ts';
import { type Register, subjectOf } from './register.ts';

type NamedOwner = { id: string; name: string };
type Owners = { from: NamedOwner; into: NamedOwner };

/** How entries of a register follow when two of those who own them become one, and when that is undone. */
export function followOwners(register: Register) {
  const handOver = async (
    within: Within,
    { from, into }: Owners,
    among: string[] | undefined,
    now: Temporal.Instant,
  ): Promise<string[]> => {
    const some = among ? sql`and e.id = any(${among}::uuid[])` : sql``;
    const { rows } = await sql<{ id: string }>`
      update ${sql.table(register.table)} e set owner_id = ${into.id}, version = version + 1, changed_at = ${now}
      where e.owner_id = ${from.id} ${some} returning e.id`.execute(within.db);
    const changes: Change[] = [{ field: 'owner', before: from.name, after: into.name }];
    const deeds = rows.map(({ id }) => ({ subject: subjectOf(register, id), action: 'changed', changes }));
    await recordMany(within, deeds, now);
    return rows.map(({ id }) => id);
  };
  return {
    handOver,
    name: register.table,
    renamed: async () => undefined,
    merged: (within: Within, owners: Owners, now: Temporal.Instant) =>
      handOver(within, owners, undefined, now),
    standsAsLeft: async ({ db }: Within, moved: unknown, into: NamedOwner) => {
      const ids = asIds(moved);
      const { rows } = await sql<{ id: string }>`
        select e.id from ${sql.table(register.table)} e where e.id = any(${ids}::uuid[]) and e.owner_id = ${into.id}
        order by e.id for no key update`.execute(db);
      return rows.length === ids.length;
    },
    putBack: async (within: Within, moved: unknown, { from, into }: Owners, now: Temporal.Instant) => {
      await handOver(within, { from: into, into: from }, asIds(moved), now);
    },
  };
}

const asIds = (moved: unknown): string[] =>
  Array.isArray(moved) ? moved.filter(id => typeof id === 'string') : [];
