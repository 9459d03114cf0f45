import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { ShownLine, ShownPlan } from '../rules/marked.ts';

export type MarkedLine = { line: ShownLine; plan: ShownPlan };

type Row = Omit<ShownLine, 'plan'> & { plan: string; title: string; planMarking: string };

type Marked = { lines: MarkedLine[]; plans: ShownPlan[] };

/** Of plans and lines, also of lines that were taken out: which are marked OFFICIAL-SENSITIVE, or stand in a plan that is. */
export async function markedAmong({ db }: Within, ids: string[]): Promise<Marked> {
  const { rows } = await sql<Row>`
    select l.*, p.title, p.marking as "planMarking" from (
      select id, plan_id as plan, reference, position, marking from lines where id = any(${ids}::uuid[])
      union all
      select id, plan_id, line -> 'row' ->> 'reference', position, line -> 'row' ->> 'marking'
      from removed_lines where id = any(${ids}::uuid[])
      union all
      select null, id, null, null, '' from plans where id = any(${ids}::uuid[])
    ) l join plans p on p.id = l.plan
    where 'OFFICIAL-SENSITIVE' in (l.marking, p.marking)`.execute(db);
  const found = rows.map(({ title, planMarking, ...line }) => ({
    line,
    plan: { id: line.plan, title, marking: planMarking },
  }));
  return {
    lines: found.filter(({ line }) => line.id !== null),
    plans: found.filter(({ line }) => line.id === null).map(({ plan }) => plan),
  };
}
