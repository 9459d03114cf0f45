import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Within } from '../../../platform/database/database.ts';
import { type DeedTo, recordMany } from '../../../platform/history/history.ts';
import type { KeepsOwners, MergedOwners } from '../../organisations/index.ts';
import { promiseSubject } from '../promise.ts';

/** Promises that an owner does, and single ones of those for whom others are kept. */
const movedShape = z.object({ promises: z.array(z.uuid()), commitments: z.array(z.uuid()) });
type Moved = z.output<typeof movedShape>;

const ALL = sql`true`;
const among = (ids: readonly string[]): RawBuilder<unknown> => sql`t.id = any(${ids}::uuid[])`;

type MovedRow = { id: string; promise: string; name: string };

/** Gives what one owner does to another; which, of their promises and of their single ones. */
export async function giveToOwner(
  within: Within,
  { from, into }: MergedOwners,
  which: { promises: RawBuilder<unknown> | null; commitments: RawBuilder<unknown> | null },
  now: Temporal.Instant,
): Promise<Moved> {
  const give = async (table: 'promises' | 'commitments', some: RawBuilder<unknown> | null) => {
    if (!some) return [];
    const [promise, name] =
      table === 'promises' ? [sql`t.id`, sql`''`] : [sql`t.promise_id`, sql`t.for_name`];
    const { rows } = await sql<MovedRow>`
      update ${sql.table(table)} t set owner_id = ${into.id}, sequence = sequence + 1, version = version + 1, changed_at = ${now}
      where t.owner_id = ${from.id} and ${some} returning t.id, ${promise} as promise, ${name} as name`.execute(
      within.db,
    );
    return rows;
  };
  const [promises, commitments] = [
    await give('promises', which.promises),
    await give('commitments', which.commitments),
  ];
  await recordMany(within, deedsOf([...promises, ...commitments], { from, into }), now);
  return { promises: promises.map(({ id }) => id), commitments: commitments.map(({ id }) => id) };
}

/** One for each promise, however many of those for whom it is kept were moved. */
function deedsOf(rows: readonly MovedRow[], { from, into }: MergedOwners): DeedTo[] {
  return [...Map.groupBy(rows, ({ promise }) => promise)].map(([promise, all]) => ({
    subject: promiseSubject(promise),
    action: 'changed',
    changes: all.map(({ name }) => ({
      field: name ? `who does it for ${name}` : 'who does it',
      before: from.name,
      after: into.name,
    })),
  }));
}

/** How promises follow when two of those who do them become one, and when that is undone. */
export const promisesFollowOwners: KeepsOwners = {
  name: 'promises',
  renamed: async () => undefined,
  merged: (within, owners, now) => giveToOwner(within, owners, { promises: ALL, commitments: ALL }, now),
  standsAsLeft: async ({ db }, moved, into) => {
    const { promises, commitments } = asMoved(moved);
    const { rows } = await sql<{ id: string }>`
      select id from promises where id = any(${promises}::uuid[]) and owner_id = ${into.id}
      union all select id from commitments where id = any(${commitments}::uuid[]) and owner_id = ${into.id}`.execute(
      db,
    );
    return rows.length === promises.length + commitments.length;
  },
  putBack: async (within, moved, { from, into }, now) => {
    const { promises, commitments } = asMoved(moved);
    const which = { promises: among(promises), commitments: among(commitments) };
    await giveToOwner(within, { from: into, into: from }, which, now);
  },
};

/** A merge from before there were promises moved none. */
const asMoved = (moved: unknown): Moved => movedShape.catch({ promises: [], commitments: [] }).parse(moved);
