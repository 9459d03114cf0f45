import { sql } from 'kysely';
import type { TestSite } from '../../support/site.ts';

const ownTables = async (site: TestSite): Promise<string[]> => {
  const tables = await site.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity order by 1`,
  );
  return tables.map(({ name }) => name);
};

/** What of an organisation stands in the tables that all share. */
const MEMBERS = 'select account_id from memberships where organisation_id = $1';
const SHARED = {
  organisations: 'select t::text as said from organisations t where id = $1',
  memberships: 'select t::text as said from memberships t where organisation_id = $1',
  accounts: `select t::text as said from accounts t where id in (${MEMBERS})`,
  one_time_links: `select t::text as said from one_time_links t where organisation_id = $1 or account_id in (${MEMBERS})`,
  sign_in_rules: 'select t::text as said from sign_in_rules t where organisation_id = $1',
  authenticators: `select t::text as said from authenticators t where account_id in (${MEMBERS})`,
  recovery_codes: `select t::text as said from recovery_codes t where account_id in (${MEMBERS})`,
  view_links: 'select t::text as said from view_links t where organisation_id = $1',
  sessions: `select concat(account_id, organisation_id, expires_at) as said from sessions where account_id in (${MEMBERS})`,
  queued_jobs: 'select t::text as said from queued_jobs t where organisation_id = $1',
};

const DIGEST = `count(*) || ' ' || coalesce(md5(string_agg(said, e'\\n' order by said)), '')`;

const digestFrom = (name: string, rows: string) =>
  `select '${name}' as name, ${DIGEST} as digest from (${rows}) r`;

const saidFrom = (rows: string, pattern: string) => `select said from (${rows}) r where said ~* ${pattern}`;

const SHARED_DIGESTS = Object.entries(SHARED)
  .map(([name, rows]) => digestFrom(name, rows))
  .join(' union all ');
const SHARED_SAID = Object.values(SHARED)
  .map(rows => saidFrom(rows, '$2'))
  .join(' union all ');

/**
 * How many rows each table of an organisation has and a sum of them, and what of it stands in the tables that all share.
 * It is asked for after every attack, and to plan a statement over all tables takes longer than to run it: in a function
 * the database plans it once for each connection.
 */
export async function digestOf(site: TestSite, organisation: string): Promise<Record<string, string>> {
  await readied(site);
  const found = [
    ...(await site.within(organisation, async ({ db }) => {
      const { rows } = await sql<Digest>`select * from every_digest()`.execute(db);
      return rows;
    })),
    ...(await site.query<Digest>(SHARED_DIGESTS, [organisation])),
  ];
  return Object.fromEntries(found.map(({ name, digest }) => [name, digest]));
}

type Digest = { name: string; digest: string };

/** Every row of an organisation, and of it in the tables that all share, in which a pattern is found, big or small. */
export async function rowsSaying(site: TestSite, organisation: string, pattern: string): Promise<string[]> {
  await readied(site);
  const own = await site.within(organisation, async ({ db }) => {
    const { rows } = await sql<{ said: string }>`select said from every_row_saying(${pattern}) said`.execute(
      db,
    );
    return rows;
  });
  const shared = await site.query<{ said: string }>(SHARED_SAID, [organisation, pattern]);
  return [...own, ...shared].map(({ said }) => said);
}

const ready = new WeakMap<TestSite, Promise<void>>();

function readied(site: TestSite): Promise<void> {
  const known = ready.get(site) ?? makeFunctions(site);
  ready.set(site, known);
  return known;
}

/** With the rights of whoever calls them: they see what the organisation sees. */
async function makeFunctions(site: TestSite): Promise<void> {
  const tables = (await ownTables(site)).map(name => ({
    name,
    rows: `select t::text as said from "${name}" t`,
  }));
  const digests = tables.map(({ name, rows }) => digestFrom(name, rows)).join(' union all ');
  const said = tables.map(({ rows }) => saidFrom(rows, 'pattern')).join(' union all ');
  for (const [head, body] of [
    ['every_digest() returns table (name text, digest text)', digests],
    ['every_row_saying(pattern text) returns setof text', said],
  ])
    await site.query(
      `create function ${head} language plpgsql security invoker as $made$
       #variable_conflict use_column
       begin return query ${body}; end $made$`,
    );
}
