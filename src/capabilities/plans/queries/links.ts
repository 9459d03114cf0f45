import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** What is linked with lines, table by table, as the rows stand there. */
export type Links = Record<string, Record<string, unknown>[]>;

/** A table whose rows go with their line, the column that names the line, and what else its rows refer to. */
type LinkTable = { name: string; column: string; others: { name: string; from: string[]; to: string[] }[] };

/**
 * Asked of the catalogue, so that a table which is added later is kept as well. Only tables of links: they refer to lines by
 * organisation and line, and go when the line goes.
 */
async function linkTables({ db }: Within): Promise<LinkTable[]> {
  const found = await sql<LinkTable>`
    select t.relname as name,
      (select a.attname from unnest(c.conkey, c.confkey) as k (own, theirs)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
        join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.theirs where f.attname = 'id') as column,
      coalesce((select json_agg(json_build_object('name', r.relname,
          'from', (select json_agg(a.attname order by k.n) from unnest(o.conkey) with ordinality as k (own, n)
            join pg_attribute a on a.attrelid = o.conrelid and a.attnum = k.own),
          'to', (select json_agg(a.attname order by k.n) from unnest(o.confkey) with ordinality as k (theirs, n)
            join pg_attribute a on a.attrelid = o.confrelid and a.attnum = k.theirs)))
        from pg_constraint o join pg_class r on r.oid = o.confrelid
        where o.conrelid = c.conrelid and o.contype = 'f' and o.confrelid <> c.confrelid
          and r.relname <> 'organisations'), '[]') as others
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and c.confrelid = 'lines'::regclass and c.confdeltype = 'c' and t.relname <> 'lines'
    order by t.relname
  `.execute(db);
  return found.rows;
}

/** Everything that is linked with these lines, by line. */
export async function linksOf(within: Within, ids: string[]): Promise<Map<string, Links>> {
  const links = new Map<string, Links>(ids.map(id => [id, {}]));
  for (const { name, column } of await linkTables(within)) {
    const found = await sql<{ line: string; row: Record<string, unknown> }>`
      select ${sql.ref(column)} as line, to_jsonb(t) as row from ${sql.table(name)} t
      where ${sql.ref(column)} = any(${ids}::uuid[])
    `.execute(within.db);
    for (const [line, rows] of Map.groupBy(found.rows, one => one.line))
      links.get(line)![name] = rows.map(({ row }) => row);
  }
  return links;
}

/** Puts links back, but for those whose other end is gone meanwhile. */
export async function putLinksBack(within: Within, links: Links[]): Promise<void> {
  for (const { name, others } of await linkTables(within)) {
    const rows = links.flatMap(one => one[name] ?? []);
    if (!rows.length) continue;
    const columns = sql.join(Object.keys(rows[0]!).map(column => sql.ref(column)));
    const there = others.map(({ name: other, from, to }) => {
      const same = from.map((column, at) => sql`o.${sql.ref(to[at]!)} = r.${sql.ref(column)}`);
      const none = from.map(column => sql`r.${sql.ref(column)} is null`);
      return sql`(${sql.join(none, sql` or `)} or exists (
        select from ${sql.table(other)} o where ${sql.join(same, sql` and `)}))`;
    });
    await sql`
      insert into ${sql.table(name)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::jsonb) r
      where ${sql.join([sql`true`, ...there], sql` and `)}
      on conflict do nothing
    `.execute(within.db);
  }
}
