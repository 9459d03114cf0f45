import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { recordBeginnings, recordMany } from '../../../platform/history/history.ts';
import type { KeepsAccess } from '../keeps-people.ts';
import { namedSubject } from '../named.ts';
import { personSubject } from '../person.ts';
import { timeZoneOf } from '../queries/settings.ts';
import { departmentsByPath } from '../queries/stored-people.ts';
import { PATH_SIGN } from '../rules/departments.ts';
import { knownDepartments } from '../rules/known-departments.ts';
import type { PersonDeed } from '../rules/weigh-people.ts';
import { endOfDay } from './leaving.ts';
import { addNamed } from './named.ts';

const AT_ONCE = 1000;

/** Stores what a table of people says, with its history; departments and posts that are missing are made. */
export async function storePeople(
  within: Within,
  deeds: PersonDeed[],
  { now, access }: { now: Temporal.Instant; access: KeepsAccess },
): Promise<void> {
  const departments = await makeDepartments(within, deeds, now);
  const ids = new Map(deeds.map(({ row, id }) => [row, id ?? randomUUID()]));
  const rows = deeds.map(({ row, id, values, department, manager }) => ({
    id: ids.get(row)!,
    known: id !== undefined,
    ...values,
    department: department && ('id' in department ? department.id : departments(department.path)),
    manager: manager && ('id' in manager ? manager.id : ids.get(manager.row)!),
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await writeRows(within, rows.slice(from, from + AT_ONCE), now);
  await setManagers(within, rows);
  const fresh = rows.filter(({ known }) => !known).map(({ id }) => personSubject(id));
  await recordBeginnings(within, fresh, 'read in', now);
  const changed = deeds.filter(({ id }) => id !== undefined);
  const told = changed.map(({ id, changes }) => ({
    subject: personSubject(id!),
    action: 'changed',
    changes,
  }));
  await recordMany(within, told, now);
  await holdPosts(
    within,
    deeds,
    { ids, departmentOf: new Map(rows.map(one => [one.id, one.department])) },
    now,
  );
  await endAccess(within, deeds, { now, access });
}

type Row = PersonDeed['values'] & {
  id: string;
  known: boolean;
  department: string | null;
  manager: string | null;
};

/** Managers are set when everybody is there. */
async function writeRows({ db }: Within, rows: Row[], now: Temporal.Instant): Promise<void> {
  await sql`
    insert into people (id, name, email, phone, kind, language, department_id, starts_on, ends_on, created_at, changed_at)
    select id, name, email, phone, kind, language, department, "startsOn", "endsOn", ${now}, ${now}
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, name text, email text, phone text, kind text, language text,
      department uuid, "startsOn" date, "endsOn" date)
    on conflict (id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone,
      kind = excluded.kind, language = excluded.language, department_id = excluded.department_id,
      starts_on = excluded.starts_on, ends_on = excluded.ends_on, version = people.version + 1,
      handed_over_at = case when people.ends_on is distinct from excluded.ends_on then null else people.handed_over_at end,
      changed_at = excluded.changed_at`.execute(db);
}

async function setManagers({ db }: Within, rows: Row[]): Promise<void> {
  await sql`
    update people p set manager_id = r.manager
    from jsonb_to_recordset(${json(rows.map(({ id, manager }) => ({ id, manager })))}) as r (id uuid, manager uuid)
    where p.id = r.id and p.manager_id is distinct from r.manager`.execute(db);
}

/** Each department of a path that is missing, the upper ones first. */
async function makeDepartments(within: Within, deeds: PersonDeed[], now: Temporal.Instant) {
  const wanted = deeds.flatMap(({ department }) =>
    department && 'path' in department ? department.path : [],
  );
  const paths = await departmentsByPath(within);
  for (const path of new Set(wanted)) {
    const parts = path.split(PATH_SIGN);
    let above: string | null = null;
    for (const [at, name] of parts.entries()) {
      const upTo = parts.slice(0, at + 1).join(PATH_SIGN);
      const found = knownDepartments(paths, true)(upTo);
      if ('id' in found) above = found.id;
      else {
        const made = await addNamed(within, 'department', { name: name.slice(0, 120), within: above }, now);
        above = 'added' in made ? made.added : above;
        if (above) paths.set(above, upTo);
      }
    }
  }
  const known = knownDepartments(paths, true);
  return (path: string): string | null => {
    const found = known(path);
    return 'id' in found ? found.id : null;
  };
}

type Around = { ids: Map<number, string>; departmentOf: Map<string, string | null> };

/** Whoever has a post by the file holds it; a post that is nowhere is made in their department. */
async function holdPosts(
  { db, ...within }: Within,
  deeds: PersonDeed[],
  { ids, departmentOf }: Around,
  now: Temporal.Instant,
): Promise<void> {
  const wanted = deeds.flatMap(({ row, post, area }) => {
    const person = ids.get(row)!;
    return post ? [{ person, title: post, area, department: departmentOf.get(person) ?? null }] : [];
  });
  if (!wanted.length) return;
  const asked = sql`jsonb_to_recordset(${json(wanted)}) as w (person uuid, title text, area uuid, department uuid)`;
  const isThePost = sql`lower(p.title) = lower(w.title) and p.department_id is not distinct from w.department
    and p.area_id is not distinct from w.area and p.ended_at is null`;
  const made = await sql<{ id: string }>`
    insert into posts (title, department_id, area_id, created_at, changed_at)
    select distinct on (lower(w.title), w.department, w.area) w.title, w.department, w.area, ${now}::timestamptz, ${now}::timestamptz
    from ${asked} where not exists (select from posts p where ${isThePost})
    returning id`.execute(db);
  await recordBeginnings(
    { db, ...within } as Within,
    made.rows.map(({ id }) => namedSubject('post', id)),
    'read in',
    now,
  );
  await sql`
    insert into post_holdings (post_id, person_id, "as")
    select p.id, w.person, 'holder' from ${asked} join posts p on ${isThePost}`.execute(db);
}

/** Whoever signs in and has a last day by the file: their access ends with it. */
async function endAccess(
  within: Within,
  deeds: PersonDeed[],
  { now, access }: { now: Temporal.Instant; access: KeepsAccess },
): Promise<void> {
  const ended = deeds.filter(({ id, changes }) => id && changes.some(({ field }) => field === 'endsOn'));
  const addresses = new Map(
    ended.flatMap(({ values }) => (values.email ? [[values.email, values.endsOn]] : [])),
  );
  const zone = await timeZoneOf(within);
  for (const [email, endsOn] of addresses) {
    const account = await access.account(within, { email });
    if (account && !account.ended)
      await access.endsAt(within, account.id, endsOn && endOfDay(endsOn, zone), now);
  }
}
