import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { NAMED, type Named, type NamedKind, namedSubject } from '../named.ts';
import { areaById } from '../queries/areas.ts';
import { allNamed, namedById } from '../queries/named.ts';
import { namesOf } from '../queries/people.ts';
import { departmentPaths, isBelow } from '../rules/departments.ts';

/** `area`: of a post alone. */
export type NamedValues = { name: string; within: string | null; area?: string | null };
export type NamedRefused = Refusal<'name-taken' | 'no-parent' | 'no-area' | 'below-itself'>;

/** Puts a department, post, team or portfolio into the directory, unless it is there. */
export async function addNamed(
  within: Within,
  kind: NamedKind,
  values: NamedValues,
  now: Temporal.Instant,
): Promise<{ added: string } | NamedRefused> {
  const refused = await whyNot(within, kind, values);
  if (refused) return refused;
  const { table, called, within: parent } = NAMED[kind];
  const { rows } = await sql<{ id: string }>`
    insert into ${sql.table(table)} (${sql.ref(called)}, ${sql.ref(parent)}, ${kind === 'post' ? sql`area_id,` : sql``}
      created_at, changed_at)
    values (${values.name}, ${values.within}, ${kind === 'post' ? sql`${values.area ?? null},` : sql``} ${now}, ${now})
    returning id`.execute(within.db);
  const { id } = rows[0]!;
  await record(within, namedSubject(kind, id), 'added', [], now);
  return { added: id };
}

/** Changes its name or what it belongs to, unless somebody else did meanwhile. */
export async function changeNamed(
  within: Within,
  { kind, id, version, values }: { kind: NamedKind; id: string; version: number; values: NamedValues },
  now: Temporal.Instant,
): Promise<{ saved: string[] } | NamedRefused | Refusal<'not-found' | 'changed-meanwhile'>> {
  const before = await namedById(within, kind, id, 'held');
  if (!before) return refuse('not-found');
  const refused = await whyNot(within, kind, values, before);
  if (refused) return refused;
  const changes = await changesOf(within, before, values);
  if (!changes.length) return { saved: [] };
  if (before.version !== version) return refuse('changed-meanwhile');
  const { called, within: parent } = NAMED[kind];
  await set(
    within,
    before,
    sql`${sql.ref(called)} = ${values.name}, ${sql.ref(parent)} = ${values.within}
      ${kind === 'post' ? sql`, area_id = ${values.area ?? null}` : sql``}`,
    now,
  );
  await record(within, namedSubject(kind, id), 'changed', changes, now);
  return { saved: changes.map(({ field }) => field) };
}

async function set(
  within: Within,
  { kind, id }: Named,
  values: ReturnType<typeof sql>,
  now: Temporal.Instant,
) {
  await sql`
    update ${sql.table(NAMED[kind].table)} set ${values}, version = version + 1, changed_at = ${now}
    where id = ${id}`.execute(within.db);
}

async function whyNot(
  within: Within,
  kind: NamedKind,
  values: NamedValues,
  before?: Named,
): Promise<NamedRefused | undefined> {
  const departments = kind === 'department' ? departmentPaths(await allNamed(within, kind)) : undefined;
  if (values.within && !(await parentOf(within, kind, values.within))) return refuse('no-parent');
  if (values.area && !(await areaById(within, values.area))) return refuse('no-area');
  if (departments && before && values.within && isBelow(departments, values.within, before.id))
    return refuse('below-itself');
  return (await isTaken(within, kind, values, before?.id)) ? refuse('name-taken') : undefined;
}

/** Portfolios are held by a person; all others belong to a department. */
async function parentOf(within: Within, kind: NamedKind, id: string): Promise<string | undefined> {
  if (NAMED[kind].parent === 'person') return (await namesOf(within, [id])).get(id);
  return (await namedById(within, 'department', id))?.name;
}

/** A department and a post are told apart by what they belong to, posts by their areas too; teams and portfolios by their name alone. */
async function isTaken(
  { db }: Within,
  kind: NamedKind,
  { name, within, area = null }: NamedValues,
  besides: string | undefined,
): Promise<boolean> {
  const { table, called, within: parent } = NAMED[kind];
  const beside = kind === 'department' || kind === 'post';
  const { rows } = await sql`
    select from ${sql.table(table)} where lower(${sql.ref(called)}) = lower(${name}) and ended_at is null
      ${beside ? sql`and ${sql.ref(parent)} is not distinct from ${within}::uuid` : sql``}
      ${kind === 'post' ? sql`and area_id is not distinct from ${area}::uuid` : sql``}
      ${besides ? sql`and id <> ${besides}` : sql``} limit 1`.execute(db);
  return rows.length > 0;
}

async function changesOf(within: Within, before: Named, after: NamedValues): Promise<Change[]> {
  const { called, parent } = NAMED[before.kind];
  const changes: Change[] = [];
  if (before.name !== after.name) changes.push({ field: called, before: before.name, after: after.name });
  if (before.within !== after.within) {
    const name = async (id: string | null) =>
      id ? ((await parentOf(within, before.kind, id)) ?? null) : null;
    const field = before.kind === 'department' ? 'department above' : parent === 'person' ? 'holder' : parent;
    changes.push({ field, before: await name(before.within), after: await name(after.within) });
  }
  if (before.kind === 'post' && before.area !== (after.area ?? null)) {
    const name = async (id: string | null | undefined) =>
      id ? ((await areaById(within, id))?.name ?? null) : null;
    changes.push({ field: 'area', before: await name(before.area), after: await name(after.area) });
  }
  return changes;
}

/** It is no more: nobody new belongs to it, and what history says of it stays. */
export async function endNamed(
  within: Within,
  { kind, id }: { kind: NamedKind; id: string },
  now: Temporal.Instant,
): Promise<{ ended: string } | Refusal<'not-found' | 'ended'>> {
  const before = await namedById(within, kind, id, 'held');
  if (!before) return refuse('not-found');
  if (before.endedAt) return refuse('ended');
  await set(within, before, sql`ended_at = ${now}`, now);
  await record(within, namedSubject(kind, id), 'ended', [], now);
  return { ended: before.name };
}
