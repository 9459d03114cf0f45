import { sql } from 'kysely';
import type { TestSite } from '../../support/site.ts';

/** Every row that an organisation has, table by table, and what of it stands in the tables that all share. */
export async function rowsOf(site: TestSite, organisation: string): Promise<Record<string, string[]>> {
  const tables = await ownTables(site);
  const rows: Record<string, string[]> = {};
  await site.within(organisation, async ({ db }) => {
    for (const name of tables) {
      const found = await sql<{
        said: string;
      }>`select t::text as said from ${sql.table(name)} t order by 1`.execute(db);
      rows[name] = found.rows.map(row => row.said);
    }
  });
  for (const [name, text] of Object.entries(SHARED))
    rows[name] = (await site.query<{ said: string }>(text, [organisation])).map(row => row.said);
  return rows;
}

const ownTables = async (site: TestSite): Promise<string[]> => {
  const tables = await site.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity order by 1`,
  );
  return tables.map(({ name }) => name);
};

const MEMBERS = 'select account_id from memberships where organisation_id = $1';
const SHARED = {
  organisations: 'select t::text as said from organisations t where id = $1',
  memberships: 'select t::text as said from memberships t where organisation_id = $1 order by 1',
  accounts: `select t::text as said from accounts t where id in (${MEMBERS}) order by 1`,
  one_time_links: `select t::text as said from one_time_links t where organisation_id = $1 or account_id in (${MEMBERS}) order by 1`,
  sign_in_rules: 'select t::text as said from sign_in_rules t where organisation_id = $1',
  authenticators: `select t::text as said from authenticators t where account_id in (${MEMBERS}) order by 1`,
  recovery_codes: `select t::text as said from recovery_codes t where account_id in (${MEMBERS}) order by 1`,
  view_links: 'select t::text as said from view_links t where organisation_id = $1 order by 1',
  sessions: `select concat(account_id, organisation_id, expires_at) as said from sessions where account_id in (${MEMBERS}) order by 1`,
  queued_jobs: 'select t::text as said from queued_jobs t where organisation_id = $1 order by 1',
};

const DIGEST = `count(*) || ' ' || coalesce(md5(string_agg(said, e'\\n' order by said)), '')`;

const digestFrom = (name: string, rows: string) =>
  `select '${name}' as name, ${DIGEST} as digest from (${rows}) r`;

/** How many rows each table has and a sum of them, which the database makes in two statements: it is asked for after every attack. */
export async function digestOf(site: TestSite, organisation: string): Promise<Record<string, string>> {
  const tables = await ownTables(site);
  const own = tables.map(name => digestFrom(name, `select t::text as said from "${name}" t`));
  const shared = Object.entries(SHARED).map(([name, text]) => digestFrom(name, text));
  const found = [
    ...(await site.within(organisation, async ({ db }) => {
      const { rows } = await sql.raw<Digest>(own.join(' union all ')).execute(db);
      return rows;
    })),
    ...(await site.query<Digest>(shared.join(' union all '), [organisation])),
  ];
  return Object.fromEntries(found.map(({ name, digest }) => [name, digest]));
}

type Digest = { name: string; digest: string };
