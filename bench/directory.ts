import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import type { Visitor } from './browser.ts';
import { expectPage, type PageBench } from './pages.ts';

export const PEOPLE = 20_000;

const FIRST = ['Ada', 'Bo', 'Cy', 'Dilys', 'Edwin', 'Farah', 'Gwen', 'Hana', 'Idris', 'Joan'];
const LAST = ['Marsh', 'Reed', 'Sedge', 'Fenn', 'Mere', 'Lund', 'Hythe', 'Staithe', 'Wold', 'Carr'];

/** People of a large council: each in a department, half with a post, most with a manager; one in fifty has left. */
export async function fillDirectory(database: Database, organisation: string): Promise<void> {
  const who = { organisation, actor: { id: null, name: 'Bench' } };
  await database.inOrganisation(who, async ({ db }) => {
    const now = Temporal.Now.instant();
    await sql`
      insert into departments (name, created_at, changed_at)
      select 'Service ' || n, ${now}, ${now} from generate_series(1, 120) n`.execute(db);
    await sql`
      insert into people (name, email, kind, department_id, ends_on, created_at, changed_at)
      select (${FIRST}::text[])[1 + n % 10] || ' ' || (${LAST}::text[])[1 + n / 10 % 10] || ' ' || n,
        'person.' || n || '@ashmere.example', 'staff', d.id, case when n % 50 = 0 then date '2020-01-01' end, ${now}, ${now}
      from generate_series(1, ${PEOPLE}::int) n
      join (select id, row_number() over () as place from departments) d on d.place = 1 + n % 120`.execute(
      db,
    );
    // by address, which has an index: nothing is known yet of how many there are
    await sql`
      update people p set manager_id = m.id from people m
      where m.email = 'person.' || 1 + substring(p.email from '[0-9]+')::int % 120 || '@ashmere.example' and m.id <> p.id`.execute(
      db,
    );
    await sql`
      insert into posts (title, created_at, changed_at)
      select 'Post ' || n, ${now}, ${now} from generate_series(1, 10000) n`.execute(db);
    await sql`
      insert into post_holdings (post_id, person_id, "as")
      select t.id, p.id, 'holder' from posts t
      join people p on p.email = 'person.' || substring(t.title from '[0-9]+') || '@ashmere.example'`.execute(
      db,
    );
  });
}

/** The directory of 20,000 people: its first page, one far down, and what is found by words. */
export async function directoryPages(visitor: Visitor): Promise<PageBench[]> {
  const see = (path: string) => () => expectPage(visitor, path);
  const far = await farDown(visitor, 20);
  const person = /\/directory\/people\/[0-9a-f-]{36}/.exec(await expectPage(visitor, '/directory'))![0];
  return [
    { name: 'directory', bar: 3, request: see('/directory') },
    { name: 'directory, twenty pages on', bar: 3, request: see(far) },
    { name: 'directory, a name that thousands have', bar: 3, request: see('/directory?q=marsh') },
    { name: 'directory, two names', bar: 3, request: see('/directory?q=dilys+hythe') },
    { name: 'directory, one letter', bar: 3, request: see('/directory?q=h') },
    { name: 'directory, an address', bar: 3, request: see('/directory?q=person.15000') },
    { name: 'directory, nobody', bar: 3, request: see('/directory?q=zeppelin') },
    { name: 'directory, posts', bar: 6, request: see('/directory?kind=post') },
    { name: 'one person', bar: 6, request: see(person) },
  ];
}

async function farDown(visitor: Visitor, pages: number): Promise<string> {
  let at = '/directory';
  for (let number = 0; number < pages; number++) {
    const shown = await expectPage(visitor, at);
    const next = /href="(\/directory\?[^"]*after=[^"]*)"/.exec(shown)?.[1];
    if (!next) throw new Error('The directory ended early.');
    at = next.replaceAll('&amp;', '&');
  }
  return at;
}
