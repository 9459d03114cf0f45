import pg from 'pg';
import {
  isFrom16,
  isInherited,
  isInheritedWrongly,
  LIMITED,
  MEMBER,
  ROLES,
  type RoleName,
} from '../../platform/database/roles.ts';
import { type Finding, mend, well } from './finding.ts';

/** Of one of the roles: that it is there, that the account has it as it is meant, that it is one of the members itself. */
type Lacking = { role: RoleName; what: 'role' | 'grant' | 'membership' };

export type RightsFacts = {
  account: string;
  database: string;
  mayCreateTables: boolean;
  /** Of the extension btree_gin, which comes with PostgreSQL's contrib package. */
  extension: 'installed' | 'available' | 'missing';
  mayCreateExtensions: boolean;
  /** Whether a grant says if what the role may do is inherited; before PostgreSQL 16 the account's own attribute does. */
  grantsSayInherit: boolean;
  /** What cannot be had by this account's own doing. */
  lacking: Lacking[];
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
  const account = identifier(facts.account);
  const needed = facts.lacking.map(one => statementOf(one, account, facts.grantsSayInherit));
  if (!facts.grantsSayInherit && facts.lacking.some(({ what }) => what === 'grant'))
    needed.unshift(`alter role ${account} noinherit;`);
  if (facts.extension === 'available' && !facts.mayCreateExtensions)
    needed.push('create extension btree_gin;');
  if (!facts.mayCreateTables) needed.push(`grant create on schema public to ${account};`);
  return needed;
}

/** The lines of docs/operating.md, as far as they are missing. */
function statementOf({ role, what }: Lacking, account: string, saysInherit: boolean): string {
  if (what === 'role') return `create role ${role} nologin;`;
  if (what === 'membership') return `grant ${MEMBER} to ${role};`;
  return `grant ${role} to ${account}${saysInherit ? ` with inherit ${isInherited(role)}` : ''};`;
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
      else pg_has_role(r.oid, 'member') or me.rolcreaterole end as may,
    me.rolsuper or (not $2 and me.rolcreaterole) as manages
  from pg_roles me left join pg_roles r on r.rolname = $1 where me.rolname = current_user`;

export async function rightsFacts(client: pg.Client): Promise<RightsFacts> {
  const [row] = (await client.query(ASK)).rows;
  const grantsSayInherit = await isFrom16(client);
  const lacking: Lacking[] = [];
  for (const role of Object.keys(ROLES) as RoleName[])
    for (const what of await lackingOf(client, role, grantsSayInherit)) lacking.push({ role, what });
  // what is inherited of the members may come by the limited role, and go with it; granted twice, it is granted once
  const asks = (role: RoleName) => lacking.some(one => one.role === role && one.what === 'grant');
  if (asks(LIMITED) && !asks(MEMBER)) lacking.unshift({ role: MEMBER, what: 'grant' });
  return {
    account: row.account,
    database: row.database,
    mayCreateTables: row.tables,
    extension: row.installed ? 'installed' : row.available ? 'available' : 'missing',
    mayCreateExtensions: row.extensions,
    grantsSayInherit,
    lacking,
  };
}

async function lackingOf(client: pg.Client, role: RoleName, from16: boolean): Promise<Lacking['what'][]> {
  const [{ known, may, manages }] = (await client.query(ASK_ROLE, [role, from16])).rows;
  if (!known) return may ? [] : role === LIMITED ? ['role', 'grant', 'membership'] : ['role', 'grant'];
  const member = role !== LIMITED || manages || (await isMember(client));
  return [
    ...(!may || (await isInheritedWrongly(client, role)) ? ['grant' as const] : []),
    ...(member ? [] : ['membership' as const]),
  ];
}

async function isMember(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select from pg_auth_members where roleid = to_regrole('${MEMBER}') and member = to_regrole('${LIMITED}')`,
  );
  return rows.length > 0;
}
