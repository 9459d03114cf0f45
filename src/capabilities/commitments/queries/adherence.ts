import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { areasWithin } from '../../organisations/index.ts';
import { type Filter, NONE } from '../rules/asked-occurrences.ts';
import { type Kept, NONE_KEPT } from '../rules/kept.ts';
import { AREA_OF, conditions } from './occurrence-conditions.ts';
import { STANDING, stateByDay, WHO_DOES_IT } from './state-by-day.ts';

/** By what figures are told apart. */
export const DIMENSIONS = ['plan', 'audience', 'channel', 'area', 'owner', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** `id`: of the plan, the audience, …; the first day of a month; null for what has none. */
export type KeptBy = Kept & { id: string | null; name: string };

export type Adherence = { all: Kept } & Record<Dimension, KeptBy[]>;

const SUMS = sql`sum(met)::int as met, sum(late)::int as late, sum(missed)::int as missed, sum(excused)::int as excused,
  sum(nothing)::int as nothing, sum(not_triggered)::int as "notTriggered", sum(postponed)::int as postponed,
  sum(after_miss)::int as "afterMiss", sum(due)::int as due`;

/**
 * What became of the occurrences that are asked for, in all and along every dimension. They are read once and counted by
 * commitment and month; everything else is summed from that.
 */
export async function adherence(
  { db }: Within,
  asked: Filter,
  today: Temporal.PlainDate,
): Promise<Adherence> {
  const { rows } = await sql<KeptBy & { dimension: Dimension | 'all' }>`
    with told as materialized (
      select o.commitment_id, o.promise_id, p.plan_id, p.line_id, ${WHO_DOES_IT} as owner_id,
        date_trunc('month', o.by_day)::date as month, ${stateByDay(today)} as state, o.was_missed
      from ${STANDING} where ${conditions({ ...asked, state: undefined }, today)} and (o.outcome is not null or o.from_day <= ${today})
    ), by_month as materialized (
      select commitment_id, promise_id, plan_id, line_id, owner_id, month, ${tallies()}
      from told where state <> 'planned' group by 1, 2, 3, 4, 5, 6
    ), by_commitment as materialized (
      select commitment_id, promise_id, plan_id, line_id, owner_id, ${again()} from by_month group by 1, 2, 3, 4, 5
    ), by_promise as materialized (
      select promise_id, plan_id, line_id, ${again()} from by_commitment group by 1, 2, 3
    ), placed as materialized (
      select c.id as commitment_id, ${AREA_OF} as area_id
      from commitments c join by_commitment b on b.commitment_id = c.id where c.for_kind in ('area', 'body', 'role-holder')
    ), above (area_id, id) as (${above(asked.area)})
    select 'all' as dimension, null::text as id, '' as name, ${SUMS} from by_promise
    union all select 'plan', plan_id::text, (select title from plans where id = plan_id), ${SUMS} from by_promise group by plan_id
    union all select 'owner', owner_id::text, (select w.name from owners w where w.id = owner_id), ${SUMS} from by_commitment group by owner_id
    union all select 'month', month::text, '', ${SUMS} from by_month group by month
    union all select 'audience', k.audience_id::text, (select a.name from audiences a where a.id = k.audience_id), ${SUMS}
      from by_promise b left join line_audiences k on k.line_id = b.line_id group by k.audience_id
    union all select 'channel', k.channel_id::text, (select a.name from channels a where a.id = k.channel_id), ${SUMS}
      from by_promise b left join line_channels k on k.line_id = b.line_id group by k.channel_id
    union all select 'area', u.id::text, (select a.name || ', ' || a.kind from areas a where a.id = u.id), ${SUMS}
      from by_commitment b left join placed s using (commitment_id) left join above u on u.area_id = s.area_id group by u.id
  `.execute(db);
  return gathered(rows, asked);
}

/** The same of all that is asked for together, where nobody looks further: on the page of a plan. */
export async function keptOf({ db }: Within, asked: Filter, today: Temporal.PlainDate): Promise<Kept> {
  const { rows } = await sql<Kept>`
    select met, late, missed, excused, nothing, postponed, due, not_triggered as "notTriggered", after_miss as "afterMiss"
    from (select ${tallies()} from (
      select ${stateByDay(today)} as state, o.was_missed from ${STANDING} where ${conditions(asked, today)}) told) counted
  `.execute(db);
  return rows[0]!;
}

const tally = (name: string, which: RawBuilder<unknown>) =>
  sql`count(*) filter (where ${which})::int as ${sql.ref(name)}`;

const tallies = () =>
  sql.join([
    ...['met', 'late', 'missed', 'excused', 'nothing', 'postponed', 'due'].map(state =>
      tally(state, sql`state = ${sql.lit(state)}`),
    ),
    tally('not_triggered', sql`state = 'not-triggered'`),
    tally('after_miss', sql`was_missed and state in ('excused', 'nothing', 'not-triggered', 'postponed')`),
  ]);

const again = () =>
  sql.join(
    ['met', 'late', 'missed', 'excused', 'nothing', 'postponed', 'due', 'not_triggered', 'after_miss'].map(
      name => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`,
    ),
  );

/** An area with whatever it is part of, so that a sector is told with its wards; of an area that is asked for, its parts. */
const above = (area: string | undefined) => sql`
  with recursive up (area_id, id) as (
    select distinct area_id, area_id from placed where area_id is not null
    union
    select up.area_id, a.part_of from up join areas a on a.id = up.id where a.part_of is not null
  ) select area_id, id from up ${area && area !== NONE ? sql`where id in (${areasWithin([area])})` : sql``}`;

function gathered(rows: (KeptBy & { dimension: Dimension | 'all' })[], asked: Filter): Adherence {
  const all = rows.find(({ dimension }) => dimension === 'all');
  const along = (dimension: Dimension): KeptBy[] =>
    rows.filter(row => row.dimension === dimension && !isOther(row, asked));
  return {
    all: all && all.met !== null ? all : NONE_KEPT,
    plan: along('plan'),
    audience: along('audience'),
    channel: along('channel'),
    area: along('area'),
    owner: along('owner'),
    month: along('month'),
  };
}

/** A line has several audiences and channels: where one is asked for, the others beside it are not. */
const isOther = ({ dimension, id }: { dimension: string; id: string | null }, asked: Filter): boolean =>
  (dimension === 'audience' || dimension === 'channel') &&
  asked[dimension] !== undefined &&
  asked[dimension] !== (id ?? NONE);
