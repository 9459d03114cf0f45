import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { FOR_ALL, promiseSubject, type Spread } from '../promise.ts';
import { forWhomOn, type Kept } from '../queries/for-whom.ts';
import { goneSince } from '../queries/gone-since.ts';
import { heldCommitments } from '../queries/held-commitments.ts';
import { type Gone, joinedAndLeft } from '../rules/joined-and-left.ts';
import type { When } from '../when.ts';
import { WRITE_DATES } from '../write-dates-asked.ts';
import { followPosts } from './follow-posts.ts';
import { addCommitments } from './keep-promise.ts';

/** `moved`: those whom another post does it for now. */
export type Followed = { added: number; retired: number; moved: number };

/** Those whom the registers have newly are promised it from today; those who went are retired, with why, and keep what was. */
export async function followSpread(
  within: Within,
  { id, spread }: { id: string; spread: Spread | null },
  when: When,
): Promise<Followed> {
  const { now, today } = when;
  const whom: Kept[] = spread ? await forWhomOn(within, spread, today) : [{ ...FOR_ALL, owner: null }];
  const { joined, left, renamed } = joinedAndLeft(await heldCommitments(within, id), whom);
  if (!joined.length && !left.length && !renamed.length)
    return { added: 0, retired: 0, moved: await followPosts(within, id, when) };
  await addCommitments(within, id, joined, { from: today, ...when });
  for (const one of renamed) await rename(within, one, now);
  const gone = await goneSince(within, left, today);
  for (const one of gone) await retire(within, one, now);
  await record(within, promiseSubject(id), 'followed the register', changesOf(joined, gone), now);
  if (joined.length) await enqueue(within, WRITE_DATES, { promise: id }, now);
  return { added: joined.length, retired: left.length, moved: await followPosts(within, id, when) };
}

const changesOf = (joined: readonly Kept[], gone: readonly Gone[]): Change[] => [
  ...joined.map(({ name }) => ({ field: 'for whom', before: null, after: name || 'once for all' })),
  ...gone.map(({ name, why }) => ({
    field: 'for whom',
    before: name || 'once for all',
    after: why,
  })),
];

/** Its dates to come stay written down, and stand nowhere: who comes back is promised it anew. */
const retire = ({ db }: Within, { id, endedOn, why }: Gone, now: Temporal.Instant) =>
  db
    .updateTable('commitments')
    .set(row => ({
      ended_on: endedOn,
      ended_why: why,
      sequence: row('sequence', '+', 1),
      version: row('version', '+', 1),
      changed_at: now,
    }))
    .where('id', '=', id)
    .execute();

const rename = ({ db }: Within, { id, name }: { id: string; name: string }, now: Temporal.Instant) =>
  sql`update commitments set for_name = ${name}, changed_at = ${now} where id = ${id}`.execute(db);
