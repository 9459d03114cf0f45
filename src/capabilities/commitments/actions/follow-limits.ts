import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import type { Known } from '../../../timing/series/known.ts';
import type { Series } from '../../../timing/series/series.ts';
import { occurrenceSubject } from '../occurrence.ts';
import { SOMETHING_SAID } from '../queries/something-said.ts';
import { type DueAfter, dueAfterEvent } from '../rules/due-after.ts';
import { FOLLOWED_DAYS, movedDeed } from '../rules/occurrence-deeds.ts';
import type { When } from '../when.ts';

type Limited = {
  id: string;
  from: Temporal.PlainDate;
  by: Temporal.PlainDate;
  happened: Temporal.Instant;
  series: Extract<Series, { kind: 'triggered' }>;
  graceDays: number;
};

/** Limits in working days that run still are counted anew; of what somebody was asked about, said or moved none. */
export async function followLimits(within: Within, { now, today }: When, known: Known): Promise<number> {
  const { rows } = await sql<Limited>`
    select o.id, o.from_day as "from", o.by_day as "by", h.happened_at as happened, p.grace_days as "graceDays",
      case when c.series->>'kind' = 'triggered' then c.series else p.series end as series
    from occurrences o join commitments c on c.id = o.commitment_id join promises p on p.id = o.promise_id
    join happenings h on h.id = o.happening_id
    where o.outcome is null and o.by_day >= ${today}::date and o.asked_on is null and o.moved_why = ''
      and (case when c.series->>'kind' = 'triggered' then c.series else p.series end)->>'workingDays' = 'true'
      and not ${SOMETHING_SAID} order by o.id for update of o`.execute(within.db);
  const others = rows.flatMap(one => {
    const due = dueAfterEvent(one.series, one.happened, { known, graceDays: one.graceDays });
    const over = !due || Temporal.PlainDate.compare(due.by, today) < 0 || due.by.equals(one.by);
    return over ? [] : [{ one, due }];
  });
  await store(within, others, now);
  const deeds = others.map(({ one, due }) =>
    movedDeed(occurrenceSubject(one.id), FOLLOWED_DAYS, [one, { from: due.from, by: due.by }]),
  );
  await recordMany(within, deeds, now);
  return others.length;
}

async function store(
  { db }: Within,
  others: readonly { one: Limited; due: DueAfter }[],
  now: Temporal.Instant,
): Promise<void> {
  if (!others.length) return;
  const days = (of: (due: DueAfter) => Temporal.PlainDate) => others.map(({ due }) => of(due).toString());
  await sql`
    update occurrences o set from_day = d.from_day, by_day = d.by_day, missed_from = d.missed_from, changed_at = ${now},
      sequence = o.sequence + 1, version = o.version + 1
    from unnest(${others.map(({ one }) => one.id)}::uuid[], ${days(due => due.from)}::date[],
      ${days(due => due.by)}::date[], ${days(due => due.missedFrom)}::date[]) as d (id, from_day, by_day, missed_from)
    where o.id = d.id`.execute(db);
}
