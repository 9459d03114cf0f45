import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import { ownersOf, peopleOf } from '../../organisations/index.ts';
import { NOBODY_TO_ASK } from './nobody-to-ask.ts';

/** A request that waits for somebody's own answer. */
export type AskedOfOne = { id: string; what: string; by: string; askedBy: string };

/** What waits for answers. */
export type Waiting = {
  /** Of those of one person, the few that are due first. */
  own: AskedOfOne[];
  /** How many others are asked, how many things, and since when the oldest waits. */
  others: number;
  requests: number;
  oldest: Temporal.Instant | null;
  /** Somebody said that it is not theirs; sent, and reached nobody. */
  decide: number;
  undelivered: number;
  /** There is nobody to ask: nobody waits for their answer. */
  nobody: number;
};

const ask = writtenOnce((db, account: string, today: Temporal.PlainDate, except: string) => ({
  compile: () =>
    sql<Waiting>`with mine as materialized (${ownersOf(account, today)}),
      open as materialized (
        select r.id, r.what, r.kind, r.by_day, r.asked_by, r.asked_at, r.state, r.lost_why, r.person_id, r.owner_id,
          coalesce(r.owner_id in (select id from mine) or r.person_id in (${peopleOf(account)}), false) as own,
          ${NOBODY_TO_ASK} as nobody
        from requests r left join owners o on o.id = r.owner_id where r.state in ('open', 'not-theirs'))
      select (select coalesce(json_agg(json_build_object('id', id, 'what', what, 'by', by_day, 'askedBy', asked_by)), '[]')
          from (select * from open where own and state = 'open' and kind <> ${except} order by by_day, id limit 5) first) as own,
        (count(distinct coalesce(person_id, owner_id)) filter (where not own and not nobody and state = 'open'))::int as others,
        (count(*) filter (where not own and not nobody and state = 'open'))::int as requests,
        min(asked_at) filter (where not own and not nobody and state = 'open') as oldest,
        (count(*) filter (where state = 'not-theirs'))::int as decide,
        (count(*) filter (where state = 'open' and lost_why is not null))::int as undelivered,
        (count(*) filter (where nobody))::int as nobody
      from open`.compile(db),
}));

/** What waits for an answer of somebody, and of others. `except`: a kind that its own page shows otherwise. */
export async function waiting(
  within: Within,
  { account, except }: { account: string; except: string },
  today: Temporal.PlainDate,
): Promise<Waiting> {
  const [found] = await ask(within, account, today, except);
  return found!;
}
