import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { State } from '../../../reading/reading.ts';

export type NamedLine = {
  id: string;
  plan: string;
  planTitle: string;
  section: string;
  reference: string;
  what: string;
  owner: string;
  state: State;
};

export const NAMED_ON_A_PAGE = 50;

const NAMED = sql`l.id, l.plan_id as plan, p.title as "planTitle", s.title as section, l.reference,
  left(coalesce(nullif(l.what, ''), nullif(l.recommendation, ''), l.audience), 300) as what,
  l.accountable as owner, l.state`;

/** The lines that are for a priority, by plan and place in it. */
export async function linesServing({ db }: Within, priority: string, page: number): Promise<NamedLine[]> {
  const found = await sql<NamedLine>`
    select ${NAMED} from line_priorities i
    join lines l on l.id = i.line_id
    join plan_sections s on s.id = l.section_id
    join plans p on p.id = l.plan_id and p.removed_at is null
    where i.priority_id = ${priority}
    order by lower(p.title), p.id, l.position limit ${NAMED_ON_A_PAGE} offset ${(page - 1) * NAMED_ON_A_PAGE}
  `.execute(db);
  return found.rows;
}

/** The lines of a plan that are for no priority, in the order of the document. */
export async function linesServingNone({ db }: Within, plan: string, page: number): Promise<NamedLine[]> {
  const found = await sql<NamedLine>`
    select ${NAMED} from lines l
    join plan_sections s on s.id = l.section_id
    join plans p on p.id = l.plan_id and p.removed_at is null
    where l.plan_id = ${plan} and not exists (select from line_priorities i where i.line_id = l.id)
    order by l.position limit ${NAMED_ON_A_PAGE} offset ${(page - 1) * NAMED_ON_A_PAGE}
  `.execute(db);
  return found.rows;
}

export type PlanWithUnserving = { id: string; title: string; lines: number; serving: number };

/** Each plan with how many lines it has and how many of them are for something; those with most to do first. */
export async function plansByServing({ db }: Within): Promise<PlanWithUnserving[]> {
  const found = await sql<PlanWithUnserving>`
    select p.id, p.title, coalesce(t.lines, 0)::int as lines, coalesce(i.serving, 0)::int as serving
    from plans p
    left join (select plan_id, sum(lines) as lines from line_tallies group by plan_id) t on t.plan_id = p.id
    left join (select plan_id, count(distinct line_id) as serving from line_priorities group by plan_id) i on i.plan_id = p.id
    where p.removed_at is null and t.lines > 0
    order by t.lines - coalesce(i.serving, 0) desc, lower(p.title), p.id
    limit 200
  `.execute(db);
  return found.rows;
}

/** How many lines of a plan there are, and how many are for something. */
export async function servingIn({ db }: Within, plan: string): Promise<{ lines: number; serving: number }> {
  const found = await sql<{ lines: number; serving: number }>`
    select (select coalesce(sum(lines), 0)::int from line_tallies where plan_id = ${plan}) as lines,
      (select count(distinct line_id)::int from line_priorities where plan_id = ${plan}) as serving
  `.execute(db);
  return found.rows[0]!;
}
