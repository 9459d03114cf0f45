import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import type { Visitor } from './browser.ts';
import { expectPage, type PageBench } from './pages.ts';

export const BODIES = 5_000;
const WARDS = 600;

/** A county's areas and bodies: wards in twelve boroughs, and thousands of boards and schools, nearly all with a chair or head. */
export async function fillPlaces(database: Database, organisation: string): Promise<void> {
  const who = { organisation, actor: { id: null, name: 'Bench' } };
  await database.inOrganisation(who, async ({ db }) => {
    await sql`insert into areas (kind, name, created_at, changed_at)
      select 'borough', 'Borough of Number ' || n, now(), now() from generate_series(1, 12) n`.execute(db);
    await sql`insert into areas (kind, name, code, part_of, created_at, changed_at)
      select 'ward', 'Ward of Number ' || n, 'E' || n, (select id from areas where name = 'Borough of Number ' || 1 + n % 12),
        now(), now() from generate_series(1, ${sql.lit(WARDS)}) n`.execute(db);
    await sql`insert into bodies (kind, name, area_id, roles, created_at, changed_at)
      select case n % 3 when 0 then 'board' else 'school' end, 'The Body of Number ' || n,
        (select id from areas where name = 'Ward of Number ' || 1 + n % ${sql.lit(WARDS)}), array['chair'], now(), now()
      from generate_series(1, ${sql.lit(BODIES)}) n`.execute(db);
    await sql`insert into role_holders (body_id, role, name, starts_on, created_at, changed_at)
      select id, 'chair', 'Chair of ' || name, date '2020-01-01', now(), now() from bodies
      where right(name, 1) <> '7'`.execute(db);
    await sql`insert into contact_details (holder_id, kind, value, purpose)
      select id, 'email', 'chair.' || id || '@bodies.example', 'To write to them in their role' from role_holders`.execute(
      db,
    );
  });
}

/** The directory of bodies and of areas, as signed-in people use it, at the worst choice of each kind. */
export async function placePages(visitor: Visitor): Promise<PageBench[]> {
  const list = await expectPage(visitor, '/directory/bodies');
  const body = /\/directory\/bodies\/[0-9a-f-]{36}/.exec(list)![0];
  const see = (path: string) => () => expectPage(visitor, path);
  const bodies = (query: string) => see(`/directory/bodies?${query}`);
  return [
    { name: 'outside bodies, the first page', bar: 3, request: see('/directory/bodies') },
    { name: 'outside bodies, the last page', bar: 3, request: bodies('page=100') },
    { name: 'outside bodies, one kind', bar: 3, request: bodies('kind=board&page=20') },
    { name: 'outside bodies, of a borough', bar: 3, request: bodies('in=borough+of+number+7') },
    { name: 'outside bodies, a word that every one has', bar: 3, request: bodies('q=body') },
    { name: 'outside bodies, a rare pair of words', bar: 3, request: bodies('q=chair+4321') },
    { name: 'one outside body', bar: 3, request: see(body) },
    { name: 'areas', bar: 3, request: see('/directory/areas') },
  ];
}
