import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import type { Series } from '../../../timing/series/series.ts';
import { type Later, seriesLater } from '../rules/promise-later.ts';

/**
 * A ward that has dates of its own has them in the copy, moved as the promise's are; where all of them would be past, it has
 * those of the promise. In the transaction that keeps the copy, before any date of it is written down.
 */
export async function copyOwnSeries(
  { db }: Within,
  { from, to, phrase }: { from: string; to: string; phrase: string },
  later: Later,
): Promise<void> {
  const { rows } = await sql<{ id: string; series: Series }>`
    select n.id, o.series from commitments o join commitments n on n.promise_id = ${to}::uuid
      and n.for_kind = o.for_kind and n.for_id is not distinct from o.for_id and n.for_name = o.for_name
    where o.promise_id = ${from}::uuid and o.ended_on is null and o.series is not null`.execute(db);
  const moved = rows.flatMap(({ id, series }) => {
    const own = seriesLater(series, phrase, later);
    return own ? [{ id, series: own }] : [];
  });
  if (!moved.length) return;
  await sql`
    update commitments c set series = own.series
    from jsonb_to_recordset(${json(moved)}) as own (id uuid, series jsonb) where c.id = own.id`.execute(db);
}
