import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { type Change, record, recordBeginnings, recordMany } from '../../../platform/history/history.ts';
import { type Area, type AreaValues, areaSubject } from '../area.ts';
import { allAreas, areaById, holdArea } from '../queries/areas.ts';
import { type AreaDeed, isInRing } from '../rules/weigh-areas.ts';

export type AreaNotSaved = Refusal<
  'not-found' | 'changed-meanwhile' | 'name-taken' | 'in-itself' | 'no-such-area'
>;

export async function addArea(
  within: Within,
  values: AreaValues,
  now: Temporal.Instant,
): Promise<{ id: string } | AreaNotSaved> {
  if (values.partOf && !(await areaById(within, values.partOf))) return refuse('no-such-area');
  const made = await within.db
    .insertInto('areas')
    .values({ ...columnsOf(values), created_at: now, changed_at: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return refuse('name-taken');
  await record(within, areaSubject(made.id), 'added', [], now);
  return made;
}

/** Saves an area over the version that was seen. */
export async function changeArea(
  within: Within,
  { id, version, values }: { id: string; version: number; values: AreaValues },
  now: Temporal.Instant,
): Promise<{ saved: number } | AreaNotSaved> {
  const area = await holdArea(within, id);
  if (!area) return refuse('not-found');
  const changes = await changesOf(within, area, values);
  if (!changes.length) return { saved: 0 };
  if (area.version !== version) return refuse('changed-meanwhile');
  const above = values.partOf ? await aboveIt(within, id, values.partOf) : undefined;
  if (above) return above;
  if (await isTaken(within, id, values)) return refuse('name-taken');
  await within.db
    .updateTable('areas')
    .set(set => ({ ...columnsOf(values), version: set('version', '+', 1), changed_at: now }))
    .where('id', '=', id)
    .execute();
  await record(within, areaSubject(id), 'changed', changes, now);
  return { saved: changes.length };
}

async function aboveIt(within: Within, id: string, partOf: string): Promise<AreaNotSaved | undefined> {
  const areas = await allAreas(within);
  if (!areas.some(area => area.id === partOf)) return refuse('no-such-area');
  const above = new Map(areas.flatMap(area => (area.partOf ? [[area.id, area.partOf]] : [])));
  return isInRing(id, above.set(id, partOf)) ? refuse('in-itself') : undefined;
}

async function isTaken(
  { db }: Within,
  id: string,
  { kind, name, partOf, startsOn }: AreaValues,
): Promise<boolean> {
  const found = await db
    .selectFrom('areas')
    .select('id')
    .where('kind', '=', kind)
    .where(sql<boolean>`name_key = lower(${name}) and part_of is not distinct from ${partOf}
      and starts_on is not distinct from ${startsOn}`)
    .where('id', '!=', id)
    .executeTakeFirst();
  return found !== undefined;
}

const columnsOf = ({ kind, name, code, partOf, startsOn, endsOn }: AreaValues) => ({
  kind,
  name,
  code,
  part_of: partOf,
  starts_on: startsOn,
  ends_on: endsOn,
});

/** History tells areas by name, whatever they are called later. */
async function changesOf(within: Within, before: Area, after: AreaValues): Promise<Change[]> {
  const nameOf = async (id: string | null) => (id ? ((await areaById(within, id))?.name ?? null) : null);
  const pairs: [string, string | null, string | null][] = [
    ['kind', before.kind, after.kind],
    ['name', before.name, after.name],
    ['code', before.code || null, after.code || null],
    ['first day', before.startsOn?.toString() ?? null, after.startsOn?.toString() ?? null],
    ['last day', before.endsOn?.toString() ?? null, after.endsOn?.toString() ?? null],
  ];
  if (before.partOf !== after.partOf)
    pairs.push(['part of', await nameOf(before.partOf), await nameOf(after.partOf)]);
  return pairs.flatMap(([field, was, is]) => (was === is ? [] : [{ field, before: was, after: is }]));
}

/** Stores what a file of areas was weighed to do, in three statements however many they are. */
export async function storeAreas(within: Within, deeds: AreaDeed[], now: Temporal.Instant): Promise<void> {
  const ids = new Map(deeds.map(({ row, id }) => [row, id ?? randomUUID()]));
  const rows = deeds.map(({ row, values, above }) => ({
    id: ids.get(row)!,
    ...columnsOf({ ...values, partOf: above && ('id' in above ? above.id : ids.get(above.row)!) }),
  }));
  const isNew = new Set(deeds.filter(({ id }) => !id).map(({ row }) => ids.get(row)!));
  await insertAreas(
    within,
    rows.filter(({ id }) => isNew.has(id)),
    now,
  );
  await updateAreas(
    within,
    rows.filter(({ id }) => !isNew.has(id)),
    now,
  );
  await recordBeginnings(within, [...isNew].map(areaSubject), 'added', now);
  const changed = deeds.filter(({ id }) => id);
  await recordMany(
    within,
    changed.map(({ id, changes }) => ({
      subject: areaSubject(id!),
      action: 'changed',
      changes: changes.map(named),
    })),
    now,
  );
}

const FIELDS: Record<string, string> = { partOf: 'part of', startsOn: 'first day', endsOn: 'last day' };
const named = (change: Change): Change => ({ ...change, field: FIELDS[change.field] ?? change.field });

type AreaColumns = ReturnType<typeof columnsOf> & { id: string };

const asRows = (rows: AreaColumns[]) => sql`jsonb_to_recordset(${json(rows)})
  as given (id uuid, kind text, name text, code text, part_of uuid, starts_on date, ends_on date)`;

async function insertAreas({ db }: Within, rows: AreaColumns[], now: Temporal.Instant): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into areas (id, kind, name, code, part_of, starts_on, ends_on, created_at, changed_at)
    select id, kind, name, code, part_of, starts_on, ends_on, ${now}, ${now} from ${asRows(rows)}`.execute(
    db,
  );
}

async function updateAreas({ db }: Within, rows: AreaColumns[], now: Temporal.Instant): Promise<void> {
  if (!rows.length) return;
  await sql`
    update areas a set kind = g.kind, name = g.name, code = g.code, part_of = g.part_of, starts_on = g.starts_on,
      ends_on = g.ends_on, version = a.version + 1, changed_at = ${now}
    from (select * from ${asRows(rows)}) g where g.id = a.id`.execute(db);
}
