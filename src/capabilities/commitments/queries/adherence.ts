import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { areasWithin } from '../../organisations/index.ts';
import { type Filter, NONE } from '../rules/asked-occurrences.ts';
import { type Kept, NONE_KEPT } from '../rules/kept.ts';
import { AREA_OF, conditions, ofCommitment, ofDays } from './occurrence-conditions.ts';
import { LINE_HOLDS, STANDING, STANDS, WHO_DOES_IT } from './state-by-day.ts';

/** By what figures are told apart. */
export const DIMENSIONS = ['plan', 'audience', 'channel', 'area', 'owner', 'month'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** `id`: of the plan, the audience, …; the first day of a month; null for what has none. */
export type KeptBy = Kept & { id: string | null; name: string };

export type Adherence = { all: Kept } & Record<Dimension, KeptBy[]>;

/**
 * What became of the occurrences that are asked for, in all and along every dimension. They are counted before anything is
 * looked up, in one reading of an index, and everything else is summed from that: a year has tens of thousands of them.
 */
export async function adherence(
  { db }: Within,
  asked: Filter,
  today: Temporal.PlainDate,
): Promise<Adherence> {
  const { rows } = await sql<KeptBy & { dimension: Dimension | 'all' }>`
    with ${narrowed(asked)} ended as materialized (${ENDED}), counted as materialized (
      select o.promise_id, o.commitment_id, ${MONTH} as month, ${tallies(today)} from occurrences o
      where ${sql.join([...ofDays(asked), started(today), ...amongNarrowed(asked)], sql` and `)}
      group by grouping sets ((o.promise_id, o.commitment_id), (o.promise_id, ${MONTH}))
    ), summed as materialized (
      select grouping(p.id) as not_promise, grouping(${WHO_DOES_IT}) as not_owner,
        p.id, p.plan_id, p.line_id, ${WHO_DOES_IT} as owner_id, ${AREA_OF} as area_id, ${SUMS}
      from counted t join commitments c on c.id = t.commitment_id ${OF_STANDING_PLANS}
      group by grouping sets ((p.id, p.plan_id, p.line_id), (${WHO_DOES_IT}), (${AREA_OF}))
    ), by_promise as materialized (select * from summed where not_promise = 0),
    by_area as materialized (select * from summed where not_promise = 1 and not_owner = 1),
    above (area_id, id) as (${above(asked.area)})
    select 'all' as dimension, null::text as id, '' as name, ${SUMS} from by_promise
    union all select 'plan', plan_id::text, (select title from plans where id = plan_id), ${SUMS} from by_promise group by plan_id
    union all select 'owner', owner_id::text, (select w.name from owners w where w.id = owner_id), ${AS_SUMMED} from summed where not_owner = 0
    union all select 'month', t.month::date::text, '', ${SUMS} from counted t ${OF_STANDING_PLANS} where t.commitment_id is null group by t.month
    union all select 'audience', k.audience_id::text, (select a.name from audiences a where a.id = k.audience_id), ${SUMS}
      from by_promise b left join line_audiences k on k.line_id = b.line_id group by k.audience_id
    union all select 'channel', k.channel_id::text, (select a.name from channels a where a.id = k.channel_id), ${SUMS}
      from by_promise b left join line_channels k on k.line_id = b.line_id group by k.channel_id
    union all select 'area', u.id::text, (select a.name || ', ' || a.kind from areas a where a.id = u.id), ${SUMS}
      from by_area b left join above u using (area_id) group by u.id
  `.execute(db);
  return gathered(rows, asked);
}

/** Without a zone, which would be looked up for each of them. */
const MONTH = sql`date_trunc('month', o.by_day::timestamp)`;

const OF_STANDING_PLANS = sql`join promises p on p.id = t.promise_id
  join plans pl on pl.id = p.plan_id and pl.removed_at is null`;

/** The few of which it must be asked whether they still held on the day (STANDS). */
const ENDED = sql`select c.id from commitments c where c.ended_on is not null
  union select c.id from promises p join commitments c on c.promise_id = p.id
  where p.ended_on is not null or not ${LINE_HOLDS}`;

/** All of which something was said, and those that are open and have begun. */
const started = (today: Temporal.PlainDate) => sql`(o.outcome is not null or (o.from_day <= ${today}::date
  and (o.commitment_id not in (select id from ended) or exists (
    select from commitments c join promises p on p.id = c.promise_id
    where c.id = o.commitment_id and ${STANDS}))))`;

const narrowed = (asked: Filter) => {
  const which = ofCommitment(asked);
  if (!which.length) return sql``;
  return sql`narrowed as materialized (
    select c.id from commitments c join promises p on p.id = c.promise_id
    where ${sql.join(which, sql` and `)}),`;
};

const amongNarrowed = (asked: Filter) =>
  ofCommitment(asked).length ? [sql`o.commitment_id in (select id from narrowed)`] : [];

/** The same of all that is asked for together, where nobody looks further: on the page of a plan. */
export async function keptOf({ db }: Within, asked: Filter, today: Temporal.PlainDate): Promise<Kept> {
  const { rows } = await sql<Kept>`
    select ${AS_SUMMED} from (
      select ${tallies(today)} from ${STANDING}
      where ${conditions(asked, today)} and (o.outcome is not null or o.from_day <= ${today}::date)) counted
  `.execute(db);
  return rows[0]!;
}

/** Of what was said, or what the day says while nobody has (stateByDay), each number with what it counts. */
const TALLIES: Record<keyof Kept, (today: Temporal.PlainDate) => RawBuilder<unknown>> = {
  met: () => sql`o.outcome = 'met'`,
  late: () => sql`o.outcome = 'late'`,
  missed: today => sql`o.outcome = 'missed' or (o.outcome is null and o.missed_from <= ${today}::date)`,
  excused: () => sql`o.outcome = 'excused'`,
  nothing: () => sql`o.outcome = 'nothing'`,
  notTriggered: () => sql`o.outcome = 'not-triggered'`,
  postponed: () => sql`o.outcome = 'postponed'`,
  afterMiss: () => sql`o.was_missed and o.outcome in ('excused', 'nothing', 'not-triggered', 'postponed')`,
  due: today => sql`o.outcome is null and o.missed_from > ${today}::date`,
};
const NAMES = Object.keys(TALLIES) as (keyof Kept)[];

const named = (of: (name: keyof Kept) => RawBuilder<unknown>) =>
  sql.join(NAMES.map(name => sql`${of(name)} as ${sql.ref(name)}`));
const tallies = (today: Temporal.PlainDate) =>
  named(name => sql`(count(*) filter (where ${TALLIES[name](today)}))::int`);
const SUMS = named(name => sql`sum(${sql.ref(name)})::int`);
const AS_SUMMED = named(name => sql.ref(name));

/** An area with whatever it is part of, so that a sector is told with its wards; of an area that is asked for, its parts. */
const above = (area: string | undefined) => sql`
  with recursive up (area_id, id) as (
    select area_id, area_id from by_area where area_id is not null
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
