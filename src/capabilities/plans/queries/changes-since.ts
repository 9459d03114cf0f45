import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Change } from '../../../platform/history/history.ts';
import { READINGS } from '../rules/deeds.ts';

/** How many lines are other than they were at a moment; `read`: only their dates are read otherwise. */
export type CountedChanges = { changed: number; added: number; removed: number; read: number };

export type ChangedLine = {
  id: string;
  name: string;
  section: string;
  marking: string;
  happened: 'changed' | 'added' | 'removed' | 'read';
  /** Oldest first, since the moment. */
  entries: { at: Temporal.Instant; actor: string; action: string; changes: Change[] }[];
};

export const CHANGES_ON_A_PAGE = 25;

const kindOf = (since: Temporal.Instant) =>
  sql`case when l.created_at > ${since} then 'added' when ${onlyRead(since)} then 'read' else 'changed' end`;

/** Nothing was done to the line but to put right how it is read, which is no change of what it promises. */
const onlyRead = (since: Temporal.Instant) =>
  sql`(select bool_and(h.action = any(${READINGS})) from history h
    where h.subject_kind = 'line' and h.subject_id = l.id and h.at > ${since}) is true`;

export async function countChanges(
  { db }: Within,
  plan: string,
  since: Temporal.Instant,
): Promise<CountedChanges> {
  const found = await sql<CountedChanges>`
    select count(*) filter (where happened = 'changed')::int as changed,
      count(*) filter (where happened = 'added')::int as added,
      count(*) filter (where happened = 'read')::int as read,
      (select count(*)::int from removed_lines r where r.plan_id = ${plan} and r.removed_at > ${since}) as removed
    from (select ${kindOf(since)} as happened from lines l where l.plan_id = ${plan} and l.changed_at > ${since}) one
  `.execute(db);
  return found.rows[0]!;
}

const shortened = (text: RawBuilder<unknown>) => sql`left(${text}, 200)`;
const nameIn = (part: (field: string) => RawBuilder<unknown>) =>
  sql`concat_ws(' ', nullif(${part('reference')}, ''), ${shortened(
    sql`coalesce(nullif(${part('what')}, ''), nullif(${part('recommendation')}, ''), ${part('audience')})`,
  )})`;

/** The lines that are other than they were, last changed first and those only read otherwise behind them, with what was done to each since. */
export async function changedLines(
  { db }: Within,
  plan: string,
  since: Temporal.Instant,
  page: number,
): Promise<ChangedLine[]> {
  const found = await sql<ChangedLine>`
    with changed as (select * from (
      select l.id, ${nameIn(field => sql.ref(`l.${field}`))} as name, l.section_id, ${kindOf(since)} as happened, l.changed_at as at, l.marking
      from lines l where l.plan_id = ${plan} and l.changed_at > ${since}
      union all
      select r.id, ${nameIn(field => sql`r.line -> 'row' ->> ${sql.lit(field)}`)}, (r.line -> 'row' ->> 'section_id')::uuid, 'removed', r.removed_at,
        coalesce(r.line -> 'row' ->> 'marking', 'none')
      from removed_lines r where r.plan_id = ${plan} and r.removed_at > ${since}
      ) one order by happened = 'read', at desc, id limit ${CHANGES_ON_A_PAGE} offset ${(page - 1) * CHANGES_ON_A_PAGE}
    )
    select c.id, c.name, coalesce(s.title, '') as section, c.happened, c.marking,
      coalesce((select json_agg(json_build_object('at', h.at, 'actor', h.actor_name, 'action', h.action, 'changes', h.changes)
        order by h.number) from history h
        where h.subject_kind = 'line' and h.subject_id = c.id and h.at > ${since}), '[]') as entries
    from changed c left join plan_sections s on s.id = c.section_id
    order by c.happened = 'read', c.at desc, c.id
  `.execute(db);
  return found.rows.map(row => ({
    ...row,
    entries: row.entries.map(entry => ({ ...entry, at: Temporal.Instant.from(String(entry.at)) })),
  }));
}
