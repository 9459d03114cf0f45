import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { promiseSubject } from '../promise.ts';
import type { Kept } from '../queries/for-whom.ts';
import { type HeldOne, heldCommitments } from '../queries/held-commitments.ts';
import { messengerOf } from '../queries/messenger-of.ts';
import { namesOfOwners } from '../queries/owner-name.ts';
import type { When } from '../when.ts';
import { eachTheirOwn, isPlace } from './each-their-own.ts';

type Moved = { before: HeldOne; after: Kept };

/**
 * Whoever does a promise for a place follows the posts of its area: those whom somebody said by hand stay. What is asked from
 * now on is asked of the other; what became of dates stays with whoever said it.
 */
export async function followPosts(within: Within, promise: string, when: When): Promise<number> {
  const held = (await heldCommitments(within, promise))
    .filter(one => isPlace(one) && (one.owner === null || one.byArea !== null))
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  if (!held.length) return 0;
  const messenger = await messengerOf(within, promise);
  const asked = held.map(({ kind, id, name, owner }): Kept => ({ kind, id, name, owner }));
  const own = await eachTheirOwn(within, asked, { ...when, messenger });
  const moved = held.flatMap((before, at): Moved[] => {
    const { byArea = null, ...one } = own[at]!;
    const after = { ...one, owner: byArea === 'found' ? one.owner : null, byArea };
    return before.owner === after.owner && before.byArea === byArea ? [] : [{ before, after }];
  });
  if (!moved.length) return 0;
  await write(within, moved, when.now);
  const changes = await inWords(within, moved);
  if (changes.length) await record(within, promiseSubject(promise), 'followed the posts', changes, when.now);
  return moved.length;
}

async function write({ db }: Within, moved: readonly Moved[], now: Temporal.Instant): Promise<void> {
  const rows = moved.map(({ before, after }) => ({
    id: before.commitment,
    owner: after.owner,
    by_area: after.byArea,
  }));
  await sql`
    update commitments c set owner_id = r.owner, by_area = r.by_area, changed_at = ${now}, version = c.version + 1,
      sequence = c.sequence + (c.owner_id is distinct from r.owner)::int
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, owner uuid, by_area text) where c.id = r.id`.execute(
    db,
  );
}

async function inWords(within: Within, moved: readonly Moved[]): Promise<Change[]> {
  const ids = moved.flatMap(({ before, after }) => [before.owner, after.owner]).filter(id => id !== null);
  const names = await namesOfOwners(within, [...new Set(ids)]);
  const called = (owner: string | null) => (owner ? (names.get(owner) ?? null) : null);
  return moved.flatMap(({ before, after }) => {
    const [was, is] = [called(before.owner), called(after.owner) ?? WHY[after.byArea ?? 'found']];
    return was === is ? [] : [{ field: `who does it for ${before.name}`, before: was, after: is }];
  });
}

const WHY = { found: null, none: 'nobody: no post is for it', several: 'nobody: several posts are for it' };
