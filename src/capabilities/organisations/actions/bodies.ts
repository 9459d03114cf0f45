import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { type Body, type BodyValues, bodySubject } from '../body.ts';
import { areaById } from '../queries/areas.ts';
import { holdBody } from '../queries/bodies.ts';
import { bodyColumns } from './store-bodies.ts';

export type BodyNotSaved = Refusal<'not-found' | 'changed-meanwhile' | 'name-taken' | 'no-such-area'>;

export async function addBody(
  within: Within,
  values: BodyValues,
  now: Temporal.Instant,
): Promise<{ id: string } | BodyNotSaved> {
  if (values.area && !(await areaById(within, values.area))) return refuse('no-such-area');
  const made = await within.db
    .insertInto('bodies')
    .values({ ...bodyColumns(values), created_at: now, changed_at: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return refuse('name-taken');
  await record(within, bodySubject(made.id), 'added', [], now);
  return made;
}

/** Saves a body over the version that was seen. */
export async function changeBody(
  within: Within,
  { id, version, values }: { id: string; version: number; values: BodyValues },
  now: Temporal.Instant,
): Promise<{ saved: number } | BodyNotSaved> {
  const body = await holdBody(within, id);
  if (!body) return refuse('not-found');
  const changes = await changesOf(within, body, values);
  if (!changes.length) return { saved: 0 };
  if (body.version !== version) return refuse('changed-meanwhile');
  if (values.area && !(await areaById(within, values.area))) return refuse('no-such-area');
  if (await isTaken(within, id, values)) return refuse('name-taken');
  await within.db
    .updateTable('bodies')
    .set(set => ({ ...bodyColumns(values), version: set('version', '+', 1), changed_at: now }))
    .where('id', '=', id)
    .execute();
  await record(within, bodySubject(id), 'changed', changes, now);
  return { saved: changes.length };
}

async function isTaken({ db }: Within, id: string, { kind, name, area }: BodyValues): Promise<boolean> {
  const found = await db
    .selectFrom('bodies')
    .select('id')
    .where('kind', '=', kind)
    .where(sql<boolean>`name_key = lower(${name}) and area_id is not distinct from ${area}`)
    .where('id', '!=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/** History tells areas by name, whatever they are called later. */
async function changesOf(within: Within, before: Body, after: BodyValues): Promise<Change[]> {
  const nameOf = async (id: string | null) => (id ? ((await areaById(within, id))?.name ?? null) : null);
  const pairs: [string, string | null, string | null][] = [
    ['kind', before.kind, after.kind],
    ['name', before.name, after.name],
    ['email address', before.email || null, after.email || null],
    ['telephone number', before.phone || null, after.phone || null],
    ['website', before.website || null, after.website || null],
    ['address', before.address || null, after.address || null],
    ['roles', before.roles.join('; ') || null, after.roles.join('; ') || null],
    ['first day', before.startsOn?.toString() ?? null, after.startsOn?.toString() ?? null],
    ['last day', before.endsOn?.toString() ?? null, after.endsOn?.toString() ?? null],
  ];
  if (before.area !== after.area) pairs.push(['area', await nameOf(before.area), await nameOf(after.area)]);
  return pairs.flatMap(([field, was, is]) => (was === is ? [] : [{ field, before: was, after: is }]));
}
