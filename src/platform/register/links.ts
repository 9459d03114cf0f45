import { sql } from 'kysely';
import type { Within } from '../database/database.ts';
import type { Register } from './register.ts';

export type LineOfPlan = { plan: string; line: string };
export type Link = LineOfPlan & { entry: string };

/**
 * Makes the links of some lines what their words say. What a person linked stays, what a person took apart stays
 * apart, and what is right already is not touched.
 */
export async function settleLinks(
  { db }: Within,
  register: Register,
  lines: LineOfPlan[],
  wanted: Link[],
): Promise<void> {
  const { table, entry } = register.links;
  const column = sql.ref(entry);
  const asked = sql`unnest(${wanted.map(one => one.plan)}::uuid[], ${wanted.map(one => one.line)}::uuid[],
    ${wanted.map(one => one.entry)}::uuid[]) w (plan, line, entry)`;
  await sql`
    delete from ${sql.table(table)} l where l.line_id = any(${lines.map(one => one.line)}::uuid[]) and not l.by_hand
      and not exists (select from ${asked} where w.line = l.line_id and w.entry = l.${column})`.execute(db);
  if (!wanted.length) return;
  // held, so that an entry which becomes another one meanwhile is linked as that
  await sql`
    with held as materialized (
      select e.id, coalesce(e.merged_into, e.id) as now from ${sql.table(register.table)} e
      where e.id = any(${wanted.map(one => one.entry)}::uuid[]) order by e.id for key share
    )
    insert into ${sql.table(table)} (plan_id, line_id, ${column})
    select distinct w.plan, w.line, held.now from ${asked} join held on held.id = w.entry
    where not exists (select from kept_apart k where k.line_id = w.line and k.entry_id = held.now)
    order by 3, 2
    on conflict do nothing`.execute(db);
}

/** Links a line by hand, or takes it apart; kept over whatever its words say later. */
export async function linkByHand(
  { db }: Within,
  register: Register,
  { plan, line, entry }: Link,
  linked: boolean,
): Promise<void> {
  const { table, entry: name } = register.links;
  const column = sql.ref(name);
  if (linked) {
    await sql`delete from kept_apart where line_id = ${line} and entry_id = ${entry}`.execute(db);
    await sql`
      insert into ${sql.table(table)} (plan_id, line_id, ${column}, by_hand) values (${plan}, ${line}, ${entry}, true)
      on conflict (${column}, line_id) do update set by_hand = true`.execute(db);
    return;
  }
  await sql`
    delete from ${sql.table(table)} where line_id = ${line} and ${column} = ${entry}`.execute(db);
  await sql`
    insert into kept_apart (line_id, entry_id) values (${line}, ${entry}) on conflict do nothing`.execute(db);
}
