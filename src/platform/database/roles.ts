import type pg from 'pg';

/**
 * The roles without rights that organisation data is reached through. They belong to the whole server,
 * so that several installations on one server share them; neither can sign in.
 */
export const ROLES = {
  commsgrid_member: 'reads and writes the rows of one organisation',
  commsgrid_limited:
    'the same for somebody who may not see all of them: a member of the first, with narrower policies',
  commsgrid_search: 'owns the search functions, which look things up by index before row-level security',
};
export type RoleName = keyof typeof ROLES;
export const MEMBER = 'commsgrid_member' satisfies RoleName;
export const LIMITED = 'commsgrid_limited' satisfies RoleName;
const SEARCH = 'commsgrid_search' satisfies RoleName;

/** @throws with the line for a database administrator where our account may not create roles. */
export async function ensureRoles(client: pg.ClientBase): Promise<void> {
  for (const role of Object.keys(ROLES) as RoleName[]) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!known.rowCount) await orAdvise(client, role, `create role ${role} nologin`);
  }
  const from16 = await isFrom16(client);
  for (const role of [MEMBER, LIMITED] as const)
    if (!(await mayTake(client, role)) || (await isInheritedWrongly(client, role)))
      await orAdvise(
        client,
        role,
        `grant ${role} to current_user${from16 ? ` with inherit ${isInherited(role)}` : ''}`,
      );
  if (!(await asks(client, `pg_has_role('${LIMITED}', '${MEMBER}', 'usage')`)))
    await orAdvise(client, LIMITED, `grant ${MEMBER} to ${LIMITED}`);
}

/**
 * What the search role reads is not bound to an organisation, and a member of a role reads what it reads. So our account
 * is a member only inside the transaction of a migration, which nobody else sees, for naming that role the owner of a
 * function. Where an administrator granted the role for good, it stays granted.
 * @returns the statement that takes the role back
 */
export async function lendSearch(client: pg.ClientBase): Promise<string> {
  if (!(await mayLendSearch(client)) && (await mayTake(client, SEARCH))) return 'select';
  await orAdvise(client, SEARCH, `grant ${SEARCH} to current_user`);
  return `revoke ${SEARCH} from current_user`;
}

async function mayLendSearch(client: pg.ClientBase): Promise<boolean> {
  const condition = (await isFrom16(client))
    ? `pg_has_role('${SEARCH}', 'member with admin option')`
    : 'rolcreaterole or rolsuper from pg_roles where rolname = current_user';
  return asks(client, condition);
}

/** From PostgreSQL 16, whoever creates a role may administer it, and must still be allowed to take it. */
async function mayTake(client: pg.ClientBase, role: string): Promise<boolean> {
  return asks(client, `pg_has_role('${role}', '${(await isFrom16(client)) ? 'set' : 'member'}')`);
}

/** Whether our account inherits what the role may do, where it is granted as it is meant. */
export const isInherited = (role: RoleName): boolean => role === MEMBER;

/**
 * Whether it is the other way round. From PostgreSQL 18, triggers behind a cascade run as whoever owns the table: narrowed by
 * the limited role's policies, or without the member's, they would see no plans, and kept counts would go wrong. Before 16 a
 * grant says nothing of it.
 */
export async function isInheritedWrongly(client: pg.ClientBase, role: RoleName): Promise<boolean> {
  if (!(await isFrom16(client))) return false;
  const wrong = isInherited(role) ? `not pg_has_role('${role}', 'usage')` : `pg_has_role('${role}', 'usage')`;
  return asks(client, `${wrong} and not rolsuper from pg_roles where rolname = current_user`);
}

export const isFrom16 = (client: pg.ClientBase): Promise<boolean> =>
  asks(client, `current_setting('server_version_num')::int >= 160000`);

async function asks(client: pg.ClientBase, condition: string): Promise<boolean> {
  const { rows } = await client.query<[boolean]>({ text: `select ${condition}`, rowMode: 'array' });
  return rows[0]?.[0] ?? false;
}

async function orAdvise(client: pg.ClientBase, role: RoleName, statement: string): Promise<void> {
  const { rows } = await client.query('select current_user as name');
  try {
    await client.query(statement);
  } catch (fault) {
    const code = (fault as { code?: string }).code;
    if (code === '42710' || code === '23505') return; // another start made it at the same moment
    const wide = role === LIMITED ? ` grant ${MEMBER} to ${role};` : '';
    const { name } = rows[0];
    const grant = (await isFrom16(client))
      ? `grant ${role} to ${name} with inherit ${isInherited(role)};`
      : `alter role ${name} noinherit; grant ${role} to ${name};`;
    throw new Error(
      'The database account may not set up the role it needs. Ask your database administrator to run once:\n' +
        `  create role ${role} nologin; ${grant}${wide}`,
      { cause: fault },
    );
  }
}
