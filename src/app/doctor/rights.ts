import pg from 'pg';
import { ROLES } from '../../platform/database/roles.ts';
import { type Finding, mend, well } from './finding.ts';

export type RightsFacts = {
  account: string;
  database: string;
  mayCreateTables: boolean;
  /** Of the extension btree_gin, which comes with PostgreSQL's contrib package. */
  extension: 'installed' | 'available' | 'missing';
  mayCreateExtensions: boolean;
  roles: {
    name: string;
    known: boolean;
    /** Now, or once the migrations have made or granted it. */
    mayTake: boolean;
  }[];
};

/** What the migrations need to be allowed; after them, only that the roles may be taken. */
export function rightsFinding(facts: RightsFacts): Finding {
  const { account, database } = facts;
  const asked = statements(facts);
  if (facts.extension === 'missing')
    return mend(
      'Rights',
      'the server lacks the extension btree_gin, which comes with PostgreSQL’s contrib package. Install that on the server.',
      'sudo apt install postgresql-contrib',
    );
  if (!asked.length) return well('Rights', `${account} may do in ${database} what Commsgrid needs.`);
  return mend(
    'Rights',
    `the account ${account} lacks rights on the database server. Ask its administrator to run this once.`,
    `psql -d '${database}' -c '${asked.join(' ')}'`,
  );
}

function statements(facts: RightsFacts): string[] {
  const { roles } = facts;
  const account = identifier(facts.account);
  const needed = roles
    .filter(role => !role.mayTake)
    .map(({ name, known }) => `${known ? '' : `create role ${name} nologin; `}grant ${name} to ${account};`);
  if (facts.extension === 'available' && !facts.mayCreateExtensions)
    needed.push('create extension btree_gin;');
  if (!facts.mayCreateTables) needed.push(`grant create on schema public to ${account};`);
  return needed;
}

const identifier = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : pg.escapeIdentifier(name);

const ASK = `
  select current_user as account, current_database() as database,
    has_schema_privilege('public', 'create') as tables,
    has_database_privilege(current_database(), 'create') as extensions,
    exists (select from pg_extension where extname = 'btree_gin') as installed,
    exists (select from pg_available_extensions where name = 'btree_gin') as available`;

/**
 * Whoever may create roles makes the missing ones. One that is there may be taken, or granted to oneself: up to
 * PostgreSQL 15 by whoever may create roles, from 16 only by its administrator (release notes of 16, CREATEROLE).
 */
const ASK_ROLE = `
  select r.oid is not null as known,
    case when me.rolsuper then true
      when r.oid is null then me.rolcreaterole
      when $2 then pg_has_role(r.oid, 'set') or pg_has_role(r.oid, 'member with admin option')
      else pg_has_role(r.oid, 'member') or me.rolcreaterole end as may
  from pg_roles me left join pg_roles r on r.rolname = $1 where me.rolname = current_user`;

export async function rightsFacts(client: pg.Client): Promise<RightsFacts> {
  const [row] = (await client.query(ASK)).rows;
  const [version] = (await client.query('show server_version_num')).rows;
  const roles = [];
  for (const name of Object.keys(ROLES)) {
    const [role] = (await client.query(ASK_ROLE, [name, Number(version.server_version_num) >= 160_000])).rows;
    roles.push({ name, known: role.known, mayTake: role.may });
  }
  return {
    account: row.account,
    database: row.database,
    mayCreateTables: row.tables,
    extension: row.installed ? 'installed' : row.available ? 'available' : 'missing',
    mayCreateExtensions: row.extensions,
    roles,
  };
}
