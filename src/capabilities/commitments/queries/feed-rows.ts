import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { ownersOf } from '../../organisations/index.ts';
import type { FeedOf } from '../feed.ts';
import type { FeedRow } from '../rules/feed-items.ts';
import { conditions } from './occurrence-conditions.ts';
import { LINE_HOLDS, STANDING, WHO_DOES_IT } from './state-by-day.ts';

/** Which occurrences; `account`: whoever made the feed, and whose they are where it is a person's. */
export type FeedAsked = { of: FeedOf; account: string; today: Temporal.PlainDate };

/** So far back is shown what was settled, and what is open. */
const BACK = { weeks: 13 };
const OPEN_BACK = { years: 1 };
const AHEAD = { months: 12 };
/** What was called off is told for so long, so that every program has taken it out. */
const CALLED_OFF = { days: 30 };

/** More than a calendar program shows in good time; those that are nearest to today are among them. */
const MOST_ITEMS = 3000;

const MARKED = sql<boolean>`'OFFICIAL-SENSITIVE' in (pl.marking, coalesce(l.marking, ''))`;

/** In the order of their days. */
export async function feedRows({ db }: Within, asked: FeedAsked): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    select o.id, o.commitment_id as commitment, o.key, o.from_day as "from", o.by_day as "by", o.at::text as at,
      o.due_at as "dueAt", o.outcome, o.done_on as "doneOn", o.settled_at as "settledAt",
      o.sequence + c.sequence + p.sequence as sequence, greatest(o.changed_at, c.changed_at, p.changed_at) as changed,
      ${MARKED} as marked, p.about, c.for_name as "forName", pl.title as plan, w.name as owner
    ${found(asked)} order by abs(o.by_day - ${asked.today}::date), o.id limit ${sql.lit(MOST_ITEMS)}`.execute(
    db,
  );
  return rows.sort((one, other) => Temporal.PlainDate.compare(one.by, other.by));
}

/**
 * What tells whether a feed would be the same as before, without writing it. Counts and the latest changes of all that it
 * is made of.
 */
export async function feedStamp({ db }: Within, asked: FeedAsked): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ', count(*), max(o.changed_at), max(c.changed_at), max(p.changed_at), max(l.changed_at),
      max(pl.changed_at), max(w.changed_at), count(*) filter (where ${MARKED}), sum(o.sequence)) as stamp
    ${found(asked)}`.execute(db);
  return rows[0]!.stamp;
}

const found = ({ of, account, today }: FeedAsked): RawBuilder<unknown> => sql`
  from ${STANDING} left join owners w on w.id = ${WHO_DOES_IT}
  where ${conditions(of.kind === 'person' ? {} : { [of.kind]: of.id }, today)}
    and ${LINE_HOLDS}
    ${of.kind === 'person' ? sql`and ${WHO_DOES_IT} in (${ownersOf(account, today)})` : sql``}
    and o.by_day <= ${today.add(AHEAD)}::date
    and o.by_day >= case when o.outcome is null then ${today.subtract(OPEN_BACK)}::date else ${today.subtract(BACK)}::date end
    and (o.outcome is null or o.outcome in ('met', 'late', 'missed')
      or o.settled_at > ${today.subtract(CALLED_OFF)}::date)`;
