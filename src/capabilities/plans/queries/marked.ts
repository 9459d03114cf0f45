import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { ShownLine, ShownPlan } from '../rules/marked.ts';

export type MarkedLine = { line: ShownLine; plan: ShownPlan };

type Row = Omit<ShownLine, 'plan'> & { plan: string; title: string; planMarking: string };

/** Of lines, also of those that were taken out: which are marked OFFICIAL-SENSITIVE, or stand in a plan that is. */
export async function markedLines({ db }: Within, ids: string[]): Promise<MarkedLine[]> {
  const { rows } = await sql<Row>`
    select l.*, p.title, p.marking as "planMarking" from (
      select id, plan_id as plan, reference, position, marking from lines where id = any(${ids}::uuid[])
      union all
      select id, plan_id, line -> 'row' ->> 'reference', position, line -> 'row' ->> 'marking'
      from removed_lines where id = any(${ids}::uuid[])
    ) l join plans p on p.id = l.plan
    where 'OFFICIAL-SENSITIVE' in (l.marking, p.marking)`.execute(db);
  return rows.map(({ title, planMarking, ...line }) => ({
    line,
    plan: { id: line.plan, title, marking: planMarking },
  }));
}

export const planMarking = ({ db }: Within, id: string): Promise<ShownPlan | undefined> =>
  db.selectFrom('plans').select(['id', 'title', 'marking']).where('id', '=', id).executeTakeFirst();
