import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { ownerSubject } from '../owner.ts';
import { namedById } from '../queries/named.ts';
import { holdOwners } from '../queries/owners.ts';
import { personById } from '../queries/people.ts';
import { calledSo, type Means, meansOf } from '../queries/whom-owners-mean.ts';

export type Meant = Pick<Means, 'kind' | 'id'>;

/** Says whom a name in documents means: a person, whoever holds a post, or whoever leads a team; or that nobody knows. */
export async function sayWhomOwnerMeans(
  within: Within,
  { owner, means }: { owner: string; means: Meant | undefined },
  now: Temporal.Instant,
): Promise<{ name: string; means: string | undefined } | Refusal<'not-found' | 'merged' | 'nobody'>> {
  const [held] = await holdOwners(within, [owner]);
  if (!held) return refuse('not-found');
  if (held.mergedInto) return refuse('merged');
  const after = means && (await nameOfMeant(within, means));
  if (means && !after) return refuse('nobody');
  const before = await meansOf(within, owner);
  if (before?.id === means?.id) return { name: held.name, means: after };
  await within.db
    .updateTable('owners')
    .set({
      person_id: means?.kind === 'person' ? means.id : null,
      post_id: means?.kind === 'post' ? means.id : null,
      team_id: means?.kind === 'team' ? means.id : null,
      changed_at: now,
    })
    .where('id', '=', owner)
    .execute();
  const change = { field: 'means', before: before?.name ?? null, after: after ?? null };
  await record(within, ownerSubject(owner), 'changed', [change], now);
  return { name: held.name, means: after };
}

async function nameOfMeant(within: Within, { kind, id }: Meant): Promise<string | undefined> {
  if (kind === 'person') return (await personById(within, id))?.name;
  const named = await namedById(within, kind, id);
  return named && !named.endedAt ? calledSo(within, { kind, id }) : undefined;
}

/** Two owners become one: it means whom the first meant, where nobody has said whom it means itself. */
export async function carryMeaning({ db }: Within, from: string, into: string): Promise<boolean> {
  const { rows } = await sql`
    update owners i set person_id = f.person_id, post_id = f.post_id, team_id = f.team_id from owners f
    where f.id = ${from} and i.id = ${into} and num_nonnulls(i.person_id, i.post_id, i.team_id) = 0
      and num_nonnulls(f.person_id, f.post_id, f.team_id) = 1 returning i.id`.execute(db);
  return rows.length > 0;
}

/** They are two again: what was carried goes back, unless somebody has said something else since. */
export async function uncarryMeaning({ db }: Within, from: string, into: string): Promise<void> {
  await sql`
    update owners i set person_id = null, post_id = null, team_id = null from owners f
    where f.id = ${from} and i.id = ${into}
      and (i.person_id, i.post_id, i.team_id) is not distinct from (f.person_id, f.post_id, f.team_id)`.execute(
    db,
  );
}
