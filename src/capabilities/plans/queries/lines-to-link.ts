import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';

/** What of a line says whom it reaches, by which ways, and which clauses it cites. */
export type LineToLink = {
  plan: string;
  line: string;
  position: number;
  audience: string;
  how: string;
  words: string;
};

export async function linesToLink(
  { db }: Within,
  plan: string,
  { lines, after, most }: { lines?: string[]; after: number; most: number },
): Promise<LineToLink[]> {
  const found = await sql<LineToLink>`
    select l.plan_id as plan, l.id as line, l.position, l.audience, l.how,
      concat_ws(E'\n', l.reference, l.recommendation, l.what, l.how, l.why, l.status, l.measure, l.comments, l.other::text) as words
    from lines l where l.plan_id = ${plan} and l.position > ${after}
      ${lines ? sql`and l.id = any(${lines}::uuid[])` : sql``}
    order by l.position limit ${most}`.execute(db);
  return found.rows;
}
