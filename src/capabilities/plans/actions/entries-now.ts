import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { AUDIENCES } from '../../audiences/index.ts';
import { CHANNELS } from '../../channels/index.ts';
import { CLAUSES } from '../../policies/index.ts';

/**
 * Lines that come back from a time past are linked with entries of the registers some of which are one with another by
 * now: links them with those.
 */
export async function linkEntriesAsNow({ db }: Within, lines: string[]): Promise<void> {
  for (const { table, links } of [AUDIENCES, CHANNELS, CLAUSES]) {
    const entry = sql.ref(links.entry);
    const gone = sql`l.line_id = any(${lines}::uuid[]) and e.id = l.${entry} and e.merged_into is not null`;
    await sql`
      with recursive standing as (
        select id, id as now_id from ${sql.table(table)} where merged_into is null
        union all select e.id, s.now_id from ${sql.table(table)} e join standing s on s.id = e.merged_into
      )
      insert into ${sql.table(links.table)} (plan_id, line_id, ${entry}, by_hand)
      select l.plan_id, l.line_id, s.now_id, bool_or(l.by_hand)
      from ${sql.table(links.table)} l join ${sql.table(table)} e on ${gone} join standing s on s.id = e.id
      group by 1, 2, 3 order by 3, 2
      on conflict do nothing
    `.execute(db);
    await sql`delete from ${sql.table(links.table)} l using ${sql.table(table)} e where ${gone}`.execute(db);
  }
}
