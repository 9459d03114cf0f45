import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { needPattern, needsOf } from '../rules/needs.ts';

/** Of all audiences, or of some, those that need something. */
async function needing({ db }: Within, ids?: string[]): Promise<{ id: string; needs: string[] }[]> {
  const rows = await db
    .selectFrom('audiences')
    .select(['id', 'languages', 'formats'])
    .where('ended_at', 'is', null)
    .where(ids ? sql<boolean>`id = any(${ids}::uuid[])` : sql<boolean>`(languages <> '' or formats <> '')`)
    .orderBy('id')
    .execute();
  return rows.map(({ id, languages, formats }) => ({ id, needs: needsOf(languages, formats) }));
}

/**
 * Which needs of some audiences their lines mention, and which none does. Where `lines` are given, only these are looked
 * at anew: what the others mention stands.
 */
export async function settleNeeds(within: Within, ids?: string[], lines?: string[]): Promise<void> {
  for (const { id, needs } of await needing(within, ids)) {
    await sql`
      update line_audiences la set meets = said.meets
      from (
        select l.id, coalesce((select array_agg(need order by need) from
          unnest(${needs}::text[], ${needs.map(needPattern)}::text[]) n (need, pattern)
          where l.how || ' ' || l.comments ~* pattern), '{}') as meets
        from lines l
      ) said
      where la.audience_id = ${id} and said.id = la.line_id and la.meets <> said.meets
        ${lines ? sql`and la.line_id = any(${lines}::uuid[])` : sql``}`.execute(within.db);
    await sql`
      update audiences set unmet = still.unmet
      from (
        select coalesce(array_agg(need order by need), '{}') as unmet from unnest(${needs}::text[]) need
        where not exists (select from line_audiences la where la.audience_id = ${id} and la.meets <> '{}' and need = any(la.meets))
      ) still
      where id = ${id} and audiences.unmet <> still.unmet`.execute(within.db);
  }
}
