import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import { PLACES_WITHOUT_POST, type WithoutPost } from './by-posts.ts';
import { OPEN_TIMINGS, type OpenTimings } from './open-timings.ts';
import { worded } from './worded.ts';

/** What is missing before promises can be kept. */
export type Gaps = {
  /** Lines of all plans. */
  undated: number;
  unowned: number;
  doubtful: number;
  /** What people asked where a promise was kept, that nobody has answered or told back. */
  concerns: number;
  /** Posts that owners mean and nobody does the work of today; one of them. */
  vacant: number;
  vacantPost: string | null;
  /** Timings that nobody has decided on, and places that promises are kept for and no post does it for. */
  open: OpenTimings | null;
  without: WithoutPost | null;
  /** Whether there is any promise at all, and any plan. */
  promises: boolean;
  plans: boolean;
};

/** Of what whoever asks may see; of posts it begins with those that the register names, which are few of all. */
export async function gaps(within: Within, today: Temporal.PlainDate): Promise<Gaps> {
  const [found] = await ask(within, today);
  return found!;
}

const ask = writtenOnce((db, today: Temporal.PlainDate) =>
  worded(
    db,
    sql<Gaps>`select undated, unowned, doubtful, vacant, "vacantPost",
      (select count(*)::int from concerns where told_at is null) as concerns,
      (select row_to_json(o) from (${OPEN_TIMINGS}) o) as open, (select row_to_json(w) from (${PLACES_WITHOUT_POST}) w) as without,
      exists (select from promises) as promises, exists (select from plans where removed_at is null) as plans
    from (
      select coalesce(sum(t.lines) filter (where not t.dated), 0)::int as undated,
        coalesce(sum(t.lines) filter (where not t.owned), 0)::int as unowned,
        coalesce(sum(t.lines) filter (where t.doubtful), 0)::int as doubtful
      from line_tallies t join plans p on p.id = t.plan_id and p.removed_at is null
      where not t.dated or not t.owned or t.doubtful) lines,
      (select count(*)::int as vacant, min(id::text) as "vacantPost" from (
        select distinct w.post_id as id from owners w
        where w.post_id is not null and w.ended_at is null
          and exists (select from posts t where t.id = w.post_id and t.ended_at is null)
          and not exists (select from post_holdings h join people e on e.id = h.person_id where h.post_id = w.post_id
            and ${isOn('h', today)} and ${isOn('e', today)})) named) posts`,
  ),
);

const isOn = (days: 'h' | 'e', today: Temporal.PlainDate): RawBuilder<boolean> =>
  sql`(${sql.ref(`${days}.starts_on`)} is null or ${sql.ref(`${days}.starts_on`)} <= ${today}::date)
    and (${sql.ref(`${days}.ends_on`)} is null or ${sql.ref(`${days}.ends_on`)} >= ${today}::date)`;
