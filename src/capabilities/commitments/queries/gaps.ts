import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import { worded } from './worded.ts';

/** What is missing before promises can be kept. */
export type Gaps = {
  /** Lines of all plans. */
  undated: number;
  unowned: number;
  doubtful: number;
  /** What people asked where a promise was kept, that nobody has answered or told back. */
  concerns: number;
  /** Whether there is any promise at all, and any plan. */
  promises: boolean;
  plans: boolean;
};

/** Of what whoever asks may see. */
export async function gaps(within: Within): Promise<Gaps> {
  const [found] = await ask(within);
  return found!;
}

const ask = writtenOnce(db =>
  worded(
    db,
    sql<Gaps>`select undated, unowned, doubtful,
      (select count(*)::int from concerns where told_at is null) as concerns,
      exists (select from promises) as promises, exists (select from plans where removed_at is null) as plans
    from (
      select coalesce(sum(t.lines) filter (where not t.dated), 0)::int as undated,
        coalesce(sum(t.lines) filter (where not t.owned), 0)::int as unowned,
        coalesce(sum(t.lines) filter (where t.doubtful), 0)::int as doubtful
      from line_tallies t join plans p on p.id = t.plan_id and p.removed_at is null) lines`,
  ),
);
