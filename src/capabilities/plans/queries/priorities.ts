import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { ListedPriority, Priority, PriorityKind } from '../priority.ts';

const SHOWN = ['id', 'kind', 'name', 'portfolio', 'detail', 'ended_at', 'version'] as const;

type Row = Omit<Priority, 'kind' | 'ended'> & { kind: string; ended_at: Temporal.Instant | null };

const shaped = <Also>({ kind, ended_at, ...row }: Row & Also) => ({
  ...row,
  kind: kind as PriorityKind,
  ended: ended_at !== null,
});

/** Those in use first, by kind, portfolio and name. A register of this kind has dozens of entries. */
export async function listPriorities({ db }: Within): Promise<ListedPriority[]> {
  const rows = await db
    .selectFrom('priorities as p')
    .select(SHOWN.map(column => `p.${column}` as const))
    .select([
      sql<number>`(select count(*)::int from plan_priorities s join plans on plans.id = s.plan_id
        where s.priority_id = p.id and plans.removed_at is null)`.as('plans'),
      sql<number>`(select count(*)::int from line_priorities s join plans on plans.id = s.plan_id
        where s.priority_id = p.id and plans.removed_at is null)`.as('lines'),
    ])
    .orderBy(sql`p.ended_at is not null`)
    .orderBy('p.kind', 'desc')
    .orderBy(sql`lower(p.portfolio)`)
    .orderBy(sql`lower(p.name)`)
    .execute();
  return rows.map(shaped);
}

export async function priorityById({ db }: Within, id: string): Promise<Priority | undefined> {
  const row = await db.selectFrom('priorities').select(SHOWN).where('id', '=', id).executeTakeFirst();
  return row && shaped(row);
}

/** Those in use, to choose from; also the ended ones among `also`, which are chosen already. */
export async function prioritiesToChoose({ db }: Within, also: string[] = []): Promise<Priority[]> {
  const rows = await db
    .selectFrom('priorities')
    .select(SHOWN)
    .where(where =>
      where.or([where('ended_at', 'is', null), ...(also.length ? [where('id', 'in', also)] : [])]),
    )
    .orderBy('kind', 'desc')
    .orderBy(sql`lower(portfolio)`)
    .orderBy(sql`lower(name)`)
    .execute();
  return rows.map(shaped);
}

export type ServedBy = { id: string; name: string; kind: PriorityKind };

/** What says what it is for: a plan as a whole, or a line. */
export type Serving = { kind: 'plan' | 'line'; id: string };

const namesOf = {
  plan: writtenOnce((db, id: string) =>
    db
      .selectFrom('plan_priorities as s')
      .innerJoin('priorities as p', 'p.id', 's.priority_id')
      .select(['p.id', 'p.name', 'p.kind'])
      .where('s.plan_id', '=', id)
      .orderBy(sql`lower(p.name)`),
  ),
  line: writtenOnce((db, id: string) =>
    db
      .selectFrom('line_priorities as s')
      .innerJoin('priorities as p', 'p.id', 's.priority_id')
      .select(['p.id', 'p.name', 'p.kind'])
      .where('s.line_id', '=', id)
      .orderBy(sql`lower(p.name)`),
  ),
};

/** What something is for, by name. */
export async function prioritiesOf(within: Within, { kind, id }: Serving): Promise<ServedBy[]> {
  const rows = await namesOf[kind](within, id);
  return rows.map(row => ({ ...row, kind: row.kind as PriorityKind }));
}

export async function plansServing(
  { db }: Within,
  priority: string,
): Promise<{ id: string; title: string; whole: boolean; lines: number }[]> {
  const found = await sql<{ id: string; title: string; whole: boolean; lines: number }>`
    select p.id, p.title, bool_or(s.whole) as whole, sum(s.lines)::int as lines
    from (select plan_id, true as whole, 0 as lines from plan_priorities where priority_id = ${priority}
      union all select plan_id, false, 1 from line_priorities where priority_id = ${priority}) s
    join plans p on p.id = s.plan_id and p.removed_at is null
    group by p.id, p.title order by lower(p.title), p.id
  `.execute(db);
  return found.rows;
}
