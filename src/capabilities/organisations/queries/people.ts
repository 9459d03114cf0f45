import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { Person, PersonKind } from '../person.ts';

const COLUMNS = [
  'id',
  'name',
  'email',
  'phone',
  'language',
  'kind',
  'department_id as department',
  'manager_id as manager',
  'account_id as account',
  'starts_on as startsOn',
  'ends_on as endsOn',
  'version',
] as const;

const asPerson = <Row extends { kind: string }>(row: Row): Row & { kind: PersonKind } => ({
  ...row,
  kind: row.kind as PersonKind,
});

const findPerson = writtenOnce((db, id: string) =>
  db.selectFrom('people').select(COLUMNS).where('id', '=', id),
);

export async function personById(within: Within, id: string): Promise<Person | undefined> {
  const [row] = await findPerson(within, id);
  return row && asPerson(row);
}

/** Held until the transaction ends, so that two who change somebody stand in line. */
export async function holdPerson({ db }: Within, id: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('people')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && asPerson(row);
}

export async function namesOf({ db }: Within, people: (string | null)[]): Promise<Map<string, string>> {
  const ids = people.filter(id => id !== null);
  if (!ids.length) return new Map();
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type Called = { id: string; name: string; email: string; endsOn: Temporal.PlainDate | null };

/** Everybody who has this address or, in capital letters or small, this name; a few are enough to say "several". */
export function peopleCalled({ db }: Within, text: string): Promise<Called[]> {
  return db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'ends_on as endsOn'])
    .where(at =>
      at.or([
        at.and([at('email', '<>', ''), at('email', '=', text.toLowerCase())]),
        at('name_key', '=', text.toLowerCase()),
      ]),
    )
    .orderBy('id')
    .limit(10)
    .execute();
}

/** Somebody's manager, theirs, and so on, as far as it goes; a ring ends where it closes. */
export async function managersAbove({ db }: Within, person: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above (id, manager_id) as (
      select id, manager_id from people where id = ${person}
      union
      select p.id, p.manager_id from above join people p on p.id = above.manager_id
    )
    select id from above`.execute(db);
  return rows.map(({ id }) => id);
}

/** Somebody else who has this address. */
export async function hasEmail({ db }: Within, email: string, besides?: string): Promise<boolean> {
  if (!email) return false;
  const found = db.selectFrom('people').select('id').where('email', '=', email);
  return (await (besides ? found.where('id', '!=', besides) : found).executeTakeFirst()) !== undefined;
}
