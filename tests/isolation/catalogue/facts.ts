import type pg from 'pg';
import type { Policy } from './declared.ts';

export type TableFacts = {
  name: string;
  kind: string;
  enabled: boolean;
  forced: boolean;
  columns: string[];
  policies: (Policy & { name: string; permissive: boolean })[];
};

export type GrantFacts = { role: string; table: string; rights: string[] };

export type FunctionFacts = {
  name: string;
  owner: string;
  ours: boolean;
  definer: boolean;
  settings: string[];
  callers: string[];
};

export type RoleFacts = { name: string; powers: string[]; memberOf: string[] };

export type KeyFacts = { name: string; table: string; to: string; columns: string[] };

export type Catalogue = {
  tables: TableFacts[];
  grants: GrantFacts[];
  functions: FunctionFacts[];
  roles: RoleFacts[];
  keys: KeyFacts[];
};

/** Tables, views and the like: whatever rows can be read from. */
const TABLES = `
  select c.relname as name, c.relkind as kind, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select jsonb_agg(jsonb_build_object(
      'name', p.policyname, 'role', role, 'command', lower(p.cmd), 'permissive', p.permissive = 'PERMISSIVE',
      'using', p.qual, 'check', p.with_check) order by p.policyname, role)
      from pg_policies p, unnest(p.roles) as role
      where p.schemaname = 'public' and p.tablename = c.relname), '[]') as policies
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`;

/** Of everyone but the owner, on whole tables and on columns; `public` is everyone. */
const GRANTS = `
  with given as (
    select c.relname as table, c.relowner as owner, a.grantee, lower(a.privilege_type) as right, null as column, 0 as number
    from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and c.relkind <> 'i'
    union all
    select c.relname, c.relowner, a.grantee, lower(a.privilege_type), t.attname::text, t.attnum
    from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
    where c.relnamespace = 'public'::regnamespace and not t.attisdropped),
  summed as (
    select "table", grantee, "right" || coalesce(' (' || string_agg("column", ', ' order by number) || ')', '') as said
    from given where grantee <> owner group by "table", grantee, "right", "column" is null)
  select "table", case when grantee = 0 then 'public' else pg_get_userbyid(grantee)::text end as role,
    array_agg(said order by said collate "C") as rights
  from summed group by 1, 2 order by 2, 1`;

/** Those of extensions are PostgreSQL's own and left out. */
const FUNCTIONS = `
  select p.proname as name, pg_get_userbyid(p.proowner)::text as owner, p.proowner = current_user::regrole as ours,
    p.prosecdef as definer, coalesce(p.proconfig, '{}') as settings,
    coalesce((select array_agg(distinct case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee)::text end)
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner), '{}') as callers
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`;

const ROLES = `
  select r.rolname as name,
    array_remove(array[case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end,
      case when rolcanlogin then 'login' end, case when rolcreaterole then 'createrole' end,
      case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end,
      case when has_schema_privilege(r.oid, 'public', 'create') then 'create in public' end], null) as powers,
    array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as "memberOf"
  from pg_roles r where r.rolname in ('commsgrid_limited', 'commsgrid_member', 'commsgrid_search') order by 1`;

const KEYS = `
  select k.conname as name, t.relname as "table", o.relname as "to",
    array(select a.attname::text from unnest(k.conkey) c join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c) as columns
  from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class o on o.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 1`;

/** What the database itself says of who may reach what, on the connection's own view of it. */
export async function readCatalogue(client: pg.ClientBase | pg.Pool): Promise<Catalogue> {
  const ask = async <Row>(text: string): Promise<Row[]> => (await client.query(text)).rows as Row[];
  return {
    tables: await ask<TableFacts>(TABLES),
    grants: await ask<GrantFacts>(GRANTS),
    functions: await ask<FunctionFacts>(FUNCTIONS),
    roles: await ask<RoleFacts>(ROLES),
    keys: await ask<KeyFacts>(KEYS),
  };
}
