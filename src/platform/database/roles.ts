import type pg from 'pg';

/**
 * The roles without rights that organisation data is reached through. They belong to the whole server,
 * so that several installations on one server share them; neither can sign in.
 */
const ROLES = {
  commsgrid_member: 'reads and writes the rows of one organisation',
  commsgrid_search: 'owns the search functions, which look things up by index before row-level security',
};

/** @throws with the line for a database administrator where our account may not create roles. */
export async function ensureRoles(client: pg.ClientBase): Promise<void> {
  for (const role of Object.keys(ROLES)) await ensureRole(client, role);
}

async function ensureRole(client: pg.ClientBase, role: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (!known.rowCount) await orAdvise(client, role, `create role ${role} nologin`);
  const ours = await client.query(`select pg_has_role(current_user, $1, 'member') as ours`, [role]);
  const [version] = (await client.query('show server_version_num')).rows;
  const mayTake = Number(version.server_version_num) >= 160000 ? await maySet(client, role) : ours.rows[0].ours;
  if (!mayTake) await orAdvise(client, role, `grant ${role} to current_user`);
}

/** From PostgreSQL 16, whoever creates a role may administer it, and must still be allowed to take it. */
async function maySet(client: pg.ClientBase, role: string): Promise<boolean> {
  const found = await client.query(`select pg_has_role(current_user, $1, 'set') as may`, [role]);
  return found.rows[0].may;
}

async function orAdvise(client: pg.ClientBase, role: string, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (fault) {
    const code = (fault as { code?: string }).code;
    if (code === '42710' || code === '23505') return; // another start made it at the same moment
    const { rows } = await client.query('select current_user as name').catch(() => ({ rows: [{ name: 'OUR_ACCOUNT' }] }));
    throw new Error(
      'The database account may not set up the role it needs. Ask your database administrator to run once:\n' +
        `  create role ${role} nologin; grant ${role} to ${rows[0].name};`,
      { cause: fault },
    );
  }
}
