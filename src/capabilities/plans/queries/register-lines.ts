import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { State } from '../../../reading/reading.ts';

/** The tables of links, by the register whose entries they link lines with. */
const LINKS = {
  audiences: { table: 'line_audiences', entry: 'audience_id' },
  channels: { table: 'line_channels', entry: 'channel_id' },
  clauses: { table: 'line_clauses', entry: 'clause_id' },
} as const;
export type RegisterName = keyof typeof LINKS;
export const REGISTERS = Object.keys(LINKS) as RegisterName[];

export type PlanUsing = { id: string; title: string; lines: number };

/** The plans whose lines use an entry, those with the most lines first. */
export async function plansUsing({ db }: Within, entry: string): Promise<PlanUsing[]> {
  const found = await sql<PlanUsing>`
    select p.id, p.title, t.lines from register_tallies t join plans p on p.id = t.plan_id
    where t.entry_id = ${entry} and t.lines > 0 and p.removed_at is null
    order by t.lines desc, lower(p.title), p.id limit 100`.execute(db);
  return found.rows;
}

export type LineUsing = {
  id: string;
  position: number;
  reference: string;
  words: string;
  when: string;
  accountable: string;
  state: State;
  byHand: boolean;
};

/** With more than these of one plan, its lines are walked in their order instead of being put in order for each page. */
const MANY = 500;

/** Lines of one plan that use an entry, in their order, behind a position. */
export async function linesUsing(
  { db }: Within,
  { register, entry, plan }: { register: RegisterName; entry: string; plan: PlanUsing },
  { after, most }: { after: number; most: number },
): Promise<LineUsing[]> {
  const { table, entry: column } = LINKS[register];
  const link = sql`
    select u.by_hand from ${sql.table(table)} u where ${sql.ref(`u.${column}`)} = ${entry} and u.line_id = l.id`;
  const linked =
    plan.lines > MANY
      ? sql`lines l cross join lateral (${link} limit 1) u`
      : sql`${sql.table(table)} u join lines l on l.id = u.line_id and u.plan_id = ${plan.id} and ${sql.ref(`u.${column}`)} = ${entry}`;
  const found = await sql<LineUsing>`
    select l.id, l.position, l.reference, coalesce(nullif(l.what, ''), nullif(l.recommendation, ''), l.comments) as words,
      l.when, l.accountable, l.state, u.by_hand as "byHand"
    from ${linked} where l.plan_id = ${plan.id} and l.position > ${after}
    order by l.position limit ${most}`.execute(db);
  return found.rows;
}

export type UnknownLine = {
  plan: string;
  title: string;
  line: string;
  reference: string;
  position: number;
  words: string;
};

/** Lines whose audience cell names nobody of the register; a page of them, plan by plan. */
export async function linesNamingNobody(
  { db }: Within,
  { after, most }: { after: number; most: number },
): Promise<UnknownLine[]> {
  const found = await sql<UnknownLine>`
    select u.plan_id as plan, p.title, u.line_id as line, l.reference, l.position, u.words
    from (select u.* from unknown_audiences u join plans p on p.id = u.plan_id and p.removed_at is null
      order by u.plan_id, u.line_id limit ${most} offset ${after}) u
      join lines l on l.id = u.line_id join plans p on p.id = u.plan_id
    order by lower(p.title), u.plan_id, l.position`.execute(db);
  return found.rows;
}
