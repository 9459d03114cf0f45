import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import { nameKey } from '../../../reading/text/owners/accountable.ts';
import type { KeepsOwners, MergedOwners } from '../keeps-owners.ts';
import { type Owner, ownerSubject } from '../owner.ts';
import { mergeOf } from '../queries/owner-merges.ts';
import { holdOwners } from '../queries/owners.ts';
import { isTaken, write } from './owners.ts';
import { carryMeaning, uncarryMeaning } from './whom-owners-mean.ts';

/** Beside what keepers moved, under no name of theirs. */
const MEANING = 'whom it means';

type Occasion = { now: Temporal.Instant; keepers: KeepsOwners[] };

/** Two of the same, or one that has ended: not these two. */
export type NotMerged = Refusal<'not-found' | 'same' | 'ended'>;

/**
 * Two owners were the same all along: everything of the first becomes the second's, by whose name the first is found
 * from now on. What was moved is kept, so that it can be put back for as long as nothing else happens to it.
 */
export async function mergeOwners(
  within: Within,
  ids: { from: string; into: string },
  { now, keepers }: Occasion,
): Promise<MergedOwners | NotMerged> {
  if (ids.from === ids.into) return refuse('same');
  const held = await holdOwners(within, [ids.from, ids.into]);
  const [from, into] = [ids.from, ids.into].map(id => held.find(owner => owner.id === id));
  if (!from || !into) return refuse('not-found');
  if (from.endedAt || into.endedAt) return refuse('ended');
  const pair = { from, into };
  const moved: Record<string, unknown> = {};
  for (const keeper of keepers) moved[keeper.name] = await keeper.merged(within, pair, now);
  if (await carryMeaning(within, from.id, into.id)) moved[MEANING] = true;
  await write(within, from.id, { ended_at: now, merged_into: into.id }, now);
  await write(within, into.id, { also_called: namesTogether(pair) }, now);
  await within.db
    .insertInto('owner_merges')
    .values({
      from_id: from.id,
      into_id: into.id,
      also_called: into.alsoCalled,
      moved: json(moved),
      from_version: from.version + 1,
      into_version: into.version + 1,
      merged_by: within.actor.name,
      merged_at: now,
    })
    .execute();
  await recordBoth(within, pair, { from: 'merged into', into: 'took in' }, now);
  return pair;
}

/** By all its names, and its initials, the one that went is found again in later documents. */
function namesTogether({ from, into }: { from: Owner; into: Owner }): string[] {
  const names = [...into.alsoCalled, from.name, ...from.alsoCalled, from.initials].filter(Boolean);
  const own = nameKey(into.name);
  return [...new Map(names.map(name => [nameKey(name), name])).entries()].flatMap(([key, name]) =>
    key === own ? [] : [name],
  );
}

async function recordBoth(
  within: Within,
  { from, into }: MergedOwners,
  words: { from: string; into: string },
  now: Temporal.Instant,
): Promise<void> {
  const told = (name: string) => [{ field: 'owner', before: null, after: name }];
  await record(within, ownerSubject(from.id), words.from, told(into.name), now);
  await record(within, ownerSubject(into.id), words.into, told(from.name), now);
}

export type NotUndone = Refusal<'not-found' | 'changed-since' | 'name-taken'>;

/** Takes a merge back, where neither the two nor anything that was moved was changed since. */
export async function undoMerge(
  within: Within,
  from: string,
  { now, keepers }: Occasion,
): Promise<MergedOwners | NotUndone> {
  const merge = await mergeOf(within, from);
  if (!merge) return refuse('not-found');
  const held = await holdOwners(within, [from, merge.into]);
  const [gone, stayed] = [from, merge.into].map(id => held.find(owner => owner.id === id));
  if (!gone || !stayed || gone.mergedInto !== stayed.id) return refuse('not-found');
  if (gone.version !== merge.fromVersion || stayed.version !== merge.intoVersion)
    return refuse('changed-since');
  const pair = { from: gone, into: stayed };
  for (const keeper of keepers)
    if (!(await keeper.standsAsLeft(within, merge.moved[keeper.name], stayed)))
      return refuse('changed-since');
  if (await isTaken(within, gone.name, gone.id)) return refuse('name-taken');
  for (const keeper of keepers) await keeper.putBack(within, merge.moved[keeper.name], pair, now);
  if (merge.moved[MEANING]) await uncarryMeaning(within, gone.id, stayed.id);
  await write(within, gone.id, { ended_at: null, merged_into: null }, now);
  await write(within, stayed.id, { also_called: merge.alsoCalled }, now);
  await within.db.deleteFrom('owner_merges').where('id', '=', merge.id).execute();
  await recordBoth(within, pair, { from: 'was parted again from', into: 'gave back' }, now);
  return pair;
}
