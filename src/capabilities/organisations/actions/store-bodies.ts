import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { type Change, recordBeginnings, recordMany } from '../../../platform/history/history.ts';
import { type BodyValues, bodySubject } from '../body.ts';
import { holderHistory } from '../rules/holder-history.ts';
import type { BodyDeed } from '../rules/weigh-bodies.ts';
import { type HolderRow, insertHolders, updateHolders } from './write-holders.ts';

type Deed = BodyDeed & { body: string };

/** Stores what a file of bodies was weighed to do, in few statements however many they are. */
export async function storeBodies(within: Within, deeds: BodyDeed[], now: Temporal.Instant): Promise<void> {
  const all: Deed[] = deeds.map(deed => ({ ...deed, body: deed.id ?? randomUUID() }));
  const fresh = all.filter(({ id }) => !id);
  const known = all.filter(({ id }) => id);
  await insertBodies(within, fresh, now);
  await updateBodies(
    within,
    known.filter(({ changes }) => changes.length),
    now,
  );
  await updateHolders(within, all.flatMap(changedHolders), now);
  await insertHolders(within, all.flatMap(newHolders), now);
  await recordBeginnings(
    within,
    fresh.map(({ body }) => bodySubject(body)),
    'added',
    now,
  );
  const told = known.map(deed => ({
    subject: bodySubject(deed.body),
    action: 'changed',
    changes: changesOf(deed),
  }));
  await recordMany(within, told, now);
}

const newHolders = ({ body, holders }: Deed): HolderRow[] =>
  holders.flatMap(deed =>
    deed.does === 'add' ? [{ id: randomUUID(), place: { body }, values: deed.values }] : [],
  );

const changedHolders = ({ body, holders }: Deed): HolderRow[] =>
  holders.flatMap(deed =>
    deed.does === 'change' ? [{ id: deed.before.id, place: { body }, values: deed.values }] : [],
  );

const changesOf = ({ changes, holders }: Deed): Change[] => [
  ...changes.map(change => ({ ...change, field: FIELDS[change.field] ?? change.field })),
  ...holders.flatMap(deed => holderHistory(deed.does === 'change' ? deed.before : undefined, deed.values)),
];

const FIELDS: Record<string, string> = {
  email: 'email address',
  phone: 'telephone number',
  startsOn: 'first day',
  endsOn: 'last day',
};

export const bodyColumns = ({ startsOn, endsOn, area, ...values }: BodyValues) => ({
  kind: values.kind,
  name: values.name,
  area_id: area,
  email: values.email,
  phone: values.phone,
  website: values.website,
  address: values.address,
  roles: values.roles,
  starts_on: startsOn,
  ends_on: endsOn,
});

const asRows = (deeds: Deed[]) => sql`jsonb_to_recordset(${json(
  deeds.map(({ body, values }) => ({ id: body, ...bodyColumns(values) })),
)}) as given (id uuid, kind text, name text, area_id uuid, email text, phone text, website text, address text,
  roles text[], starts_on date, ends_on date)`;

async function insertBodies({ db }: Within, deeds: Deed[], now: Temporal.Instant): Promise<void> {
  if (!deeds.length) return;
  await sql`
    insert into bodies (id, kind, name, area_id, email, phone, website, address, roles, starts_on, ends_on,
      created_at, changed_at)
    select id, kind, name, area_id, email, phone, website, address, roles, starts_on, ends_on, ${now}, ${now}
    from ${asRows(deeds)}`.execute(db);
}

async function updateBodies({ db }: Within, deeds: Deed[], now: Temporal.Instant): Promise<void> {
  if (!deeds.length) return;
  await sql`
    update bodies b set kind = g.kind, name = g.name, area_id = g.area_id, email = g.email, phone = g.phone,
      website = g.website, address = g.address, roles = g.roles, starts_on = g.starts_on, ends_on = g.ends_on,
      version = b.version + 1, changed_at = ${now}
    from (select * from ${asRows(deeds)}) g where g.id = b.id`.execute(db);
}
