import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Within } from '../../src/platform/database/database.ts';

/**
 * What stands on the days of promises is kept up by triggers, as is what a promise takes from its line: both are what counting
 * and looking again would say.
 */
export async function expectDaysCounted({ db }: Within): Promise<void> {
  const kept = await sql`
    select promise_id, by_day, from_day, missed_from, every, met, late, missed, excused, nothing, not_triggered, postponed, open
    from promise_days where (every, met, late, missed, excused, nothing, not_triggered, postponed, open)
      <> (0, 0, 0, 0, 0, 0, 0, 0, 0) order by 1, 2, 3, 4`.execute(db);
  const counted = await sql`
    select o.promise_id, o.by_day, o.from_day, o.missed_from, count(*)::int as every,
      (count(*) filter (where o.outcome = 'met'))::int as met, (count(*) filter (where o.outcome = 'late'))::int as late,
      (count(*) filter (where o.outcome = 'missed'))::int as missed, (count(*) filter (where o.outcome = 'excused'))::int as excused,
      (count(*) filter (where o.outcome = 'nothing'))::int as nothing,
      (count(*) filter (where o.outcome = 'not-triggered'))::int as not_triggered,
      (count(*) filter (where o.outcome = 'postponed'))::int as postponed,
      (count(*) filter (where o.outcome is null))::int as open
    from occurrences o join commitments c on c.id = o.commitment_id
    where o.outcome is not null or c.ended_on is null or o.by_day <= c.ended_on
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db);
  assert.deepEqual(kept.rows, counted.rows);

  const strayed = await sql`
    select p.about, p.line_there, p.line_owner_id, l.state, l.accountable_id
    from promises p left join lines l on l.id = p.line_id
    where p.line_there is distinct from coalesce(l.state <> 'superseded', p.line_id is null)
      or p.line_owner_id is distinct from l.accountable_id`.execute(db);
  assert.deepEqual(strayed.rows, []);
}
