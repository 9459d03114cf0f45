import type pg from 'pg';

type Part = { of: string; line: string };

/** Tables with their columns, in the order in which they were made. */
const COLUMNS = `
  select c.relname as of, format('%s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    case when a.attidentity <> '' then ' generated as identity'
      when a.attgenerated <> '' then ' generated as ' || pg_get_expr(d.adbin, d.adrelid)
      when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') order by c.relname, a.attnum`;

/** Not-null stands with the column; PostgreSQL 18 lists it as a constraint, older ones do not. */
const CONSTRAINTS = `
  select t.relname as of, format('constraint %s %s', k.conname, pg_get_constraintdef(k.oid)) as line
  from pg_constraint k join pg_class t on t.oid = k.conrelid
  where k.connamespace = 'public'::regnamespace and k.contype <> 'n' order by 1, k.contype, k.conname`;

const INDEXES = `
  select tablename as of, regexp_replace(indexdef, '^CREATE', 'create') as line from pg_indexes i
  where schemaname = 'public' and not exists (select from pg_constraint k where k.conname = i.indexname) order by 1, indexname`;

const SECURITY = `
  select relname as of, 'row-level security' || case when relforcerowsecurity then ', forced' else '' end as line
  from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity order by 1`;

const POLICIES = `
  select tablename as of, format('policy %s %s for %s to %s%s%s', policyname, lower(permissive), lower(cmd),
    array_to_string(roles, ', '), ' using ' || qual, ' check ' || with_check) as line
  from pg_policies where schemaname = 'public' order by 1, policyname`;

const GRANTS = `
  with given as (
    select c.relname, a.grantee, lower(a.privilege_type) as may from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'public'::regnamespace and c.relkind <> 'i' and a.grantee <> c.relowner
    union all
    select c.relname, a.grantee, format('%s (%s)', lower(a.privilege_type), string_agg(t.attname, ', ' order by t.attnum))
    from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
    where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner group by c.relname, a.grantee, a.privilege_type)
  select relname as of, format('grant %s to %s', string_agg(may, ', ' order by may),
    case when grantee = 0 then 'public' else pg_get_userbyid(grantee) end) as line
  from given group by relname, grantee order by 1, 2`;

const TRIGGERS = `
  select c.relname as of, regexp_replace(pg_get_triggerdef(t.oid), '^CREATE TRIGGER', 'trigger') as line
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by 1, tgname`;

/** Functions as they would be made again, with who owns them where it is not us, and who may call them. */
const FUNCTIONS = `
  select p.proname as of, pg_get_functiondef(p.oid)
    || case when p.proowner <> current_user::regrole then format(E'\\nowner %s', pg_get_userbyid(p.proowner)) else '' end
    || coalesce((select format(E'\\nexecute for %s', string_agg(case when a.grantee = 0 then 'public'
      else pg_get_userbyid(a.grantee) end, ', ' order by a.grantee))
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner), '') as line
  from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`;

const SCHEMA = `
  select 'extension ' || extname as line from pg_extension where extname <> 'plpgsql'
  union all
  select format('schema public: %s for %s', lower(a.privilege_type),
    case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee) end)
  from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee <> n.nspowner order by 1`;

/** The whole schema as text that a person can read and a change shows in, the same on every supported PostgreSQL. */
export async function dumpSchema(client: pg.Client): Promise<string> {
  await client.query('set search_path = public, pg_temp');
  const ask = async (text: string): Promise<Part[]> => (await client.query(text)).rows;
  const columns = await ask(COLUMNS);
  const further = [CONSTRAINTS, INDEXES, SECURITY, POLICIES, GRANTS, TRIGGERS];
  const parts: Part[] = [...columns];
  for (const text of further) parts.push(...(await ask(text)));
  const tables = [...new Set(columns.map(column => column.of))].map(table => {
    const lines = parts.filter(part => part.of === table).map(part => `  ${oneLine(part.line)}`);
    return [`table ${table}`, ...lines].join('\n');
  });
  const functions = (await ask(FUNCTIONS)).map(({ line }) => line.trim());
  const schema = (await ask(SCHEMA)).map(({ line }) => line);
  return `${[schema.join('\n'), ...tables, ...functions].join('\n\n')}\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
