import { sql } from 'kysely';
import type { Within } from '../database/database.ts';
import { followOwners } from './follow-owners.ts';
import type { Register } from './register.ts';

type NamedOwner = { id: string; name: string };
type Leaver = { owners: NamedOwner[] };
type Some = { these: string[] } | { besides: string[] };
type Taken = { kind: string; things: Some; to: NamedOwner };

/** What somebody who leaves owns in a register, and how each entry goes to whoever takes it. */
export function handOverEntries(register: Register) {
  const table = sql.table(register.table);
  const kind = register.one;
  const { handOver } = followOwners(register);
  return {
    held: async ({ db }: Within, { owners }: Leaver, most: number) => {
      const { rows } = await sql<{ id: string; name: string; total: number }>`
        select id, name, count(*) over ()::int as total from ${table}
        where owner_id = any(${owners.map(({ id }) => id)}::uuid[]) and ended_at is null
        order by lower(name), id limit ${most}`.execute(db);
      if (!rows.length) return [];
      const things = rows.map(({ id, name }) => ({ id, name, href: `/${register.table}/${id}` }));
      return [
        {
          kind,
          title: `${register.title} that they own`,
          taker: 'owner' as const,
          things,
          total: rows[0]!.total,
          untaken: 'They keep the name of somebody who left until you give them to somebody else.',
        },
      ];
    },
    handOver: async (within: Within, { owners }: Leaver, taken: Taken, now: Temporal.Instant) => {
      if (taken.kind !== kind) return;
      for (const from of owners) {
        const { rows } = await sql<{ id: string }>`
          select id from ${table} where owner_id = ${from.id} and ${
            'these' in taken.things
              ? sql`id = any(${taken.things.these}::uuid[])`
              : sql`id <> all(${taken.things.besides}::uuid[])`
          }`.execute(within.db);
        await handOver(
          within,
          { from, into: taken.to },
          rows.map(({ id }) => id),
          now,
        );
      }
    },
  };
}
