import { randomUUID } from 'node:crypto';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record, type Subject } from '../../../platform/history/history.ts';
import { areaSubject } from '../area.ts';
import { bodySubject } from '../body.ts';
import { holdArea } from '../queries/areas.ts';
import { holdBody } from '../queries/bodies.ts';
import { holdHolder } from '../queries/role-holders.ts';
import type { HolderPlace, RoleHolderValues } from '../role-holder.ts';
import { holderHistory } from '../rules/holder-history.ts';
import { insertHolders, updateHolders } from './write-holders.ts';

export type HolderNotSaved = Refusal<'not-found' | 'changed-meanwhile'>;

/** The history of who holds the roles of a body is the body's. */
const subjectOf = (place: HolderPlace): Subject =>
  'body' in place ? bodySubject(place.body) : areaSubject(place.area);

/** Held, so that two entries of its history stand in line. */
const holdPlace = (within: Within, place: HolderPlace) =>
  'body' in place ? holdBody(within, place.body) : holdArea(within, place.area);

export async function addHolder(
  within: Within,
  place: HolderPlace,
  values: RoleHolderValues,
  now: Temporal.Instant,
): Promise<{ id: string } | HolderNotSaved> {
  if (!(await holdPlace(within, place))) return refuse('not-found');
  const id = randomUUID();
  await insertHolders(within, [{ id, place, values }], now);
  await record(within, subjectOf(place), 'added', holderHistory(undefined, values), now);
  return { id };
}

/** Saves a role holder over the version that was seen. */
export async function changeHolder(
  within: Within,
  { id, version, values }: { id: string; version: number; values: RoleHolderValues },
  now: Temporal.Instant,
): Promise<{ place: HolderPlace; saved: number } | HolderNotSaved> {
  const before = await holdHolder(within, id);
  if (!before) return refuse('not-found');
  const { place } = before;
  const changes = holderHistory(before, values);
  if (!changes.length) return { place, saved: 0 };
  if (before.version !== version) return refuse('changed-meanwhile');
  await holdPlace(within, place);
  await updateHolders(within, [{ id, place, values }], now);
  await record(within, subjectOf(place), 'changed', changes, now);
  return { place, saved: changes.length };
}

/** Takes out somebody who was written down by mistake; whoever leaves a role has a last day instead. */
export async function removeHolder(
  within: Within,
  id: string,
  now: Temporal.Instant,
): Promise<{ place: HolderPlace } | HolderNotSaved> {
  const before = await holdHolder(within, id);
  if (!before) return refuse('not-found');
  await holdPlace(within, before.place);
  await within.db.deleteFrom('role_holders').where('id', '=', id).execute();
  await record(within, subjectOf(before.place), 'took out', holderHistory(before, undefined), now);
  return { place: before.place };
}
