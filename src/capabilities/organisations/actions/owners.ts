import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record, recordBeginnings } from '../../../platform/history/history.ts';
import { nameKey } from '../../../reading/text/owners/accountable.ts';
import type { Owner, OwnerKind, WantedOwner } from '../owner.ts';
import { ownerSubject } from '../owner.ts';
import { holdOwners, ownersCalled } from '../queries/owners.ts';
import { type KnownOwners, knownOwners } from '../rules/known-owners.ts';

export type OwnerValues = { name: string; kind: OwnerKind; initials: string; alsoCalled: string[] };

/** Puts somebody into the register, unless somebody of that name is there. */
export async function addOwner(
  within: Within,
  { name, kind, initials, alsoCalled }: OwnerValues,
  now: Temporal.Instant,
): Promise<{ added: string } | Refusal<'name-taken'>> {
  const row = { name, kind, initials, also_called: alsoCalled, created_at: now, changed_at: now };
  const [made] = await insertNew(within, [row]);
  if (!made) return refuse('name-taken');
  await record(within, ownerSubject(made.id), 'added', [], now);
  return { added: made.id };
}

/**
 * Whoever is wanted, found in the register or put there, in few statements however many they are. What comes back finds
 * each of them by the name that was given. An owner found is held against ending and merging until the transaction ends.
 */
export async function findOrAddOwners(
  within: Within,
  wanted: readonly WantedOwner[],
  now: Temporal.Instant,
): Promise<KnownOwners> {
  // as it is spelt first
  const names = [...new Map(wanted.toReversed().map(one => [nameKey(one.name), one])).values()];
  if (!names.length) return () => undefined;
  const called = names.map(({ name }) => name);
  const there = await ownersCalled(within, called, 'held');
  const known = knownOwners(there);
  const missing = names.filter(({ name }) => !known(name));
  if (!missing.length) return known;
  const made = await insertNew(
    within,
    missing.map(({ name, kind }) => ({ name, kind, created_at: now, changed_at: now })),
  );
  await recordBeginnings(
    within,
    made.map(({ id }) => ownerSubject(id)),
    'added',
    now,
  );
  return byNameFirst(await ownersCalled(within, called, 'held'));
}

/** A name that several are also called is only one owner's own. */
function byNameFirst(owners: Owner[]): KnownOwners {
  const names = new Map(owners.map(owner => [nameKey(owner.name), owner]));
  const known = knownOwners(owners);
  return name => {
    const owner = names.get(nameKey(name));
    return owner ? { owner, by: 'name' } : known(name);
  };
}

type NewRow = {
  name: string;
  kind: OwnerKind;
  initials?: string;
  also_called?: string[];
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
};

/** In one order, so that two documents that name the same people wait for each other and never both. */
function insertNew({ db }: Within, rows: NewRow[]): Promise<{ id: string }[]> {
  const ordered = rows.toSorted((one, other) => (nameKey(one.name) < nameKey(other.name) ? -1 : 1));
  return db
    .insertInto('owners')
    .values(ordered)
    .onConflict(conflict =>
      conflict.expression(sql`organisation_id, lower(name)`).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .execute();
}

export type OwnerNotChanged = Refusal<'not-found' | 'changed-meanwhile' | 'name-taken' | 'merged'>;

/** Tells those who keep something under an owner's name that it is another one now. */
export type Renamed = (within: Within, owner: { id: string; name: string }) => Promise<void>;

/** Changes what the register says of an owner. The name that they had stays one that documents may call them by. */
export async function changeOwner(
  within: Within,
  { id, version, values }: { id: string; version: number; values: OwnerValues },
  { now, renamed }: { now: Temporal.Instant; renamed: Renamed },
): Promise<{ saved: string[] } | OwnerNotChanged> {
  const [owner] = await holdOwners(within, [id]);
  if (!owner) return refuse('not-found');
  if (owner.mergedInto) return refuse('merged');
  const changes = changesOf(owner, values);
  if (!changes.length) return { saved: [] };
  if (owner.version !== version) return refuse('changed-meanwhile');
  const { name, kind, initials } = values;
  if (!owner.endedAt && (await isTaken(within, name, id))) return refuse('name-taken');
  const called =
    nameKey(name) === nameKey(owner.name) ? values.alsoCalled : [...values.alsoCalled, owner.name];
  const others = [...new Map(called.map(one => [nameKey(one), one])).values()];
  await write(within, id, { name, kind, initials, also_called: others.filter(one => one !== name) }, now);
  if (name !== owner.name) await renamed(within, { id, name });
  await record(within, ownerSubject(id), 'changed', changes, now);
  return { saved: changes.map(({ field }) => field) };
}

function changesOf(before: Owner, after: OwnerValues): Change[] {
  const pairs: [string, string, string][] = [
    ['name', before.name, after.name],
    ['kind', before.kind, after.kind],
    ['initials', before.initials, after.initials],
    ['other names', before.alsoCalled.join('; '), after.alsoCalled.join('; ')],
  ];
  return pairs.flatMap(([field, was, is]) =>
    was === is ? [] : [{ field, before: was || null, after: is || null }],
  );
}

/** Whether somebody else who has not ended has the name. */
export async function isTaken({ db }: Within, name: string, besides: string): Promise<boolean> {
  const found = await db
    .selectFrom('owners')
    .select('id')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('ended_at', 'is', null)
    .where('id', '!=', besides)
    .executeTakeFirst();
  return found !== undefined;
}

/** What the register says of an owner, in a new version. */
export async function write(
  { db }: Within,
  id: string,
  values: Partial<Omit<NewRow, 'created_at' | 'changed_at'>> & {
    ended_at?: Temporal.Instant | null;
    merged_into?: string | null;
  },
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('owners')
    .set(set => ({ ...values, version: set('version', '+', 1), changed_at: now }))
    .where('id', '=', id)
    .execute();
}

/** Whoever leaves, or a post that is no more: answers for nothing new from then on, and keeps what it has. */
export async function endOwner(
  within: Within,
  id: string,
  now: Temporal.Instant,
): Promise<{ ended: string } | Refusal<'not-found' | 'ended'>> {
  const [owner] = await holdOwners(within, [id]);
  if (!owner) return refuse('not-found');
  if (owner.endedAt) return refuse('ended');
  await write(within, id, { ended_at: now }, now);
  await record(within, ownerSubject(id), 'ended', [], now);
  return { ended: owner.name };
}

/** Takes back that somebody ended, unless somebody else has the name by now. */
export async function takeUpAgain(
  within: Within,
  id: string,
  now: Temporal.Instant,
): Promise<{ again: string } | Refusal<'not-found' | 'not-ended' | 'merged' | 'name-taken'>> {
  const [owner] = await holdOwners(within, [id]);
  if (!owner) return refuse('not-found');
  if (!owner.endedAt) return refuse('not-ended');
  if (owner.mergedInto) return refuse('merged');
  if (await isTaken(within, owner.name, id)) return refuse('name-taken');
  await write(within, id, { ended_at: null }, now);
  await record(within, ownerSubject(id), 'took up again', [], now);
  return { again: owner.name };
}
