import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import type { HolderPlace, RoleHolderValues } from '../role-holder.ts';

export type HolderRow = { id: string; place: HolderPlace; values: RoleHolderValues };

const columnsOf = ({ id, place, values }: HolderRow) => ({
  id,
  body_id: 'body' in place ? place.body : null,
  area_id: 'area' in place ? place.area : null,
  role: values.role,
  name: values.name,
  language: values.language,
  starts_on: values.startsOn,
  ends_on: values.endsOn,
});

const asRows = (rows: HolderRow[]) => sql`jsonb_to_recordset(${json(rows.map(columnsOf))})
  as given (id uuid, body_id uuid, area_id uuid, role text, name text, language text, starts_on date, ends_on date)`;

/** Adds role holders with how they are reached, in two statements however many they are. */
export async function insertHolders(within: Within, rows: HolderRow[], now: Temporal.Instant): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into role_holders (id, body_id, area_id, role, name, language, starts_on, ends_on, created_at, changed_at)
    select id, body_id, area_id, role, name, language, starts_on, ends_on, ${now}, ${now} from ${asRows(rows)}`.execute(
    within.db,
  );
  await insertContact(within, rows);
}

/** Writes over role holders what is said of them now; how they were reached is replaced. */
export async function updateHolders(within: Within, rows: HolderRow[], now: Temporal.Instant): Promise<void> {
  if (!rows.length) return;
  await sql`
    update role_holders h set name = g.name, role = g.role, language = g.language, starts_on = g.starts_on,
      ends_on = g.ends_on, version = h.version + 1, changed_at = ${now}
    from (select * from ${asRows(rows)}) g where g.id = h.id`.execute(within.db);
  await sql`delete from contact_details where holder_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
    within.db,
  );
  await insertContact(within, rows);
}

async function insertContact({ db }: Within, rows: HolderRow[]): Promise<void> {
  const details = rows.flatMap(({ id, values }) =>
    values.contact.map(({ kind, value, purpose, keepUntil }) => ({
      holder_id: id,
      kind,
      value,
      purpose,
      keep_until: keepUntil,
    })),
  );
  if (!details.length) return;
  await sql`
    insert into contact_details (holder_id, kind, value, purpose, keep_until)
    select holder_id, kind, value, purpose, keep_until from jsonb_to_recordset(${json(details)})
      as given (holder_id uuid, kind text, value text, purpose text, keep_until date)`.execute(db);
}
