import { sql } from 'kysely';
import type { Within } from '../../../src/platform/database/database.ts';
import { firstBrokenEntry } from '../../../src/platform/history/history.ts';

const REGISTERS = [
  { table: 'audiences', links: 'line_audiences', entry: 'audience_id' },
  { table: 'channels', links: 'line_channels', entry: 'channel_id' },
  { table: 'clauses', links: 'line_clauses', entry: 'clause_id' },
];

/** Kept counts that are not what counting anew finds, and histories that do not hold; none, whatever was done. */
export async function miscounted(within: Within): Promise<string[]> {
  return [...(await ofLines(within)), ...(await ofRegisters(within)), ...(await ofHistory(within))];
}

async function ofLines({ db }: Within): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    with kept as (
      select plan_id, section_id, state, owned, dated, doubtful, lines from line_tallies where lines <> 0
    ), counted as (
      select plan_id, section_id, state, owner_key <> '', dated, doubtful, count(*)::int from lines group by 1, 2, 3, 4, 5, 6
    ), owners_kept as (
      select plan_id, owner_key, lines from owner_tallies where lines <> 0
    ), owners_counted as (
      select plan_id, owner_key, count(*)::int from lines where owner_key <> '' group by 1, 2
    )
    select 'line tallies: ' || row_to_json(t) as fault
      from ((table kept except all table counted) union all (table counted except all table kept)) t
    union all select 'owner tallies: ' || row_to_json(t)
      from ((table owners_kept except all table owners_counted) union all (table owners_counted except all table owners_kept)) t
    union all select 'a name that is not its owner''s: ' || l.accountable
      from lines l left join owners o on o.id = l.accountable_id where l.accountable is distinct from coalesce(o.name, '')
    union all select 'an owner who is another one by now: ' || o.name from owners o where o.merged_into is not null
      and (exists (select from lines where accountable_id = o.id)
        or exists (select from line_contributors where owner_id = o.id))
    union all select 'answers and contributes: ' || l.id
      from lines l join line_contributors c on c.line_id = l.id and c.owner_id = l.accountable_id
    union all select 'tags: ' || t.id from (
      select l.id, l.tags from lines l where array(select distinct unnest(l.tags) order by 1)
        <> array(select tag from line_tags g where g.line_id = l.id order by 1)) t
    union all select 'shelved: ' || l.id from lines l join plans p on p.id = l.plan_id
      where l.shelved <> (p.removed_at is not null)
    union all select 'in two places: ' || r.id from removed_lines r join lines l on l.id = r.id
    union all select 'the section of another plan: ' || l.id from lines l
      join plan_sections s on s.id = l.section_id where s.plan_id <> l.plan_id
  `.execute(db);
  return rows.map(({ fault }) => fault);
}

async function ofRegisters({ db }: Within): Promise<string[]> {
  const faults: string[] = [];
  for (const { table, links, entry } of REGISTERS) {
    const { rows } = await sql<{ fault: string }>`
      with counted as (
        select ${sql.ref(entry)} as id, l.plan_id, count(*)::int as lines from ${sql.table(links)} l group by 1, 2
      ), kept as (
        select t.entry_id as id, t.plan_id, t.lines from register_tallies t
        join ${sql.table(table)} e on e.id = t.entry_id where t.lines <> 0
      )
      select ${table} || ' of a plan: ' || row_to_json(t) as fault
        from ((table counted except all table kept) union all (table kept except all table counted)) t
      union all select ${table} || ': ' || e.name || ' ' || e.lines from ${sql.table(table)} e
        where e.lines <> coalesce((select sum(c.lines) from counted c join plans p on p.id = c.plan_id
          where c.id = e.id and p.removed_at is null), 0)
      union all select ${table} || ' that are another one by now: ' || e.name from ${sql.table(table)} e
        join counted c on c.id = e.id where e.merged_into is not null
    `.execute(db);
    faults.push(...rows.map(({ fault }) => fault));
  }
  return faults;
}

/** No version without its entry; every chain holds. */
async function ofHistory(within: Within): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select 'a version that no history tells of: ' || l.id || ' ' || l.version as fault from lines l
    where version > (select max(number) from history where subject_kind = 'line' and subject_id = l.id)
  `.execute(within.db);
  const subjects = await sql<{ kind: string; id: string }>`
    select distinct subject_kind as kind, subject_id as id from history`.execute(within.db);
  const faults = rows.map(({ fault }) => fault);
  for (const subject of subjects.rows) {
    const broken = await firstBrokenEntry(within, subject);
    if (broken !== undefined) faults.push(`history of ${subject.kind} ${subject.id} at ${broken}`);
  }
  return faults;
}
