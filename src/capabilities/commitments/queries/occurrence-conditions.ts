import { type RawBuilder, sql } from 'kysely';
import { areasWithin } from '../../organisations/index.ts';
import { type Filter, NONE, statesOf } from '../rules/asked-occurrences.ts';
import { STANDS, stateByDay, WHO_DOES_IT } from './state-by-day.ts';

/** Which of the standing occurrences are asked for: what a list, its count and every figure have in common. */
export function conditions(asked: Filter, today: Temporal.PlainDate): RawBuilder<unknown> {
  return sql.join([STANDS, ...ofDays(asked), ...ofCommitment(asked), ...ofState(asked, today)], sql` and `);
}

/** By their last day. */
export const ofDays = ({ from, by }: Filter): RawBuilder<unknown>[] => [
  ...(from ? [sql`o.by_day >= ${from}::date`] : []),
  ...(by ? [sql`o.by_day <= ${by}::date`] : []),
];

/** What is asked of the commitment `c` and its promise `p` alone. */
export function ofCommitment(asked: Filter): RawBuilder<unknown>[] {
  const { promise, plan, owner, area } = asked;
  return [
    ...(promise ? [sql`p.id = ${promise}`] : []),
    ...(plan ? [sql`p.plan_id = ${plan}`] : []),
    ...(asked.for ? [sql`${asked.for}::uuid in (c.id, c.for_id)`] : []),
    ...(owner ? [owner === NONE ? sql`${WHO_DOES_IT} is null` : sql`${WHO_DOES_IT} = ${owner}`] : []),
    ...(area ? [inArea(area)] : []),
    ...linked(asked),
  ];
}

const LINKS = {
  audience: { table: 'line_audiences', column: 'audience_id' },
  channel: { table: 'line_channels', column: 'channel_id' },
} as const;
type Link = keyof typeof LINKS;

/** A promise speaks to the audiences, and goes by the channels, of its line. */
const linked = (asked: Filter): RawBuilder<unknown>[] =>
  (Object.keys(LINKS) as Link[]).flatMap(link => {
    const entry = asked[link];
    if (!entry) return [];
    const { table, column } = LINKS[link];
    const links = sql`select from ${sql.table(table)} k where k.line_id = p.line_id`;
    if (entry === NONE) return [sql`not exists (${links})`];
    return [sql`exists (${links} and ${sql.ref(`k.${column}`)} = ${entry})`];
  });

/** In which area a commitment `c` is kept, by whom it is for; null where that is nowhere in particular. */
export const AREA_OF: RawBuilder<string | null> = sql`case c.for_kind
  when 'area' then c.for_id
  when 'body' then (select b.area_id from bodies b where b.id = c.for_id)
  when 'role-holder' then (select coalesce(h.area_id, b.area_id)
    from role_holders h left join bodies b on b.id = h.body_id where h.id = c.for_id) end`;

const inArea = (area: string): RawBuilder<unknown> =>
  area === NONE ? sql`${AREA_OF} is null` : sql`${AREA_OF} in (${areasWithin([area])})`;

function ofState({ state }: Filter, today: Temporal.PlainDate): RawBuilder<unknown>[] {
  if (!state) return [];
  const states = statesOf(state).map(one => sql.lit(one));
  const ofThese = sql`${stateByDay(today)} in (${sql.join(states)})`;
  return state === 'after-miss' ? [ofThese, sql`o.was_missed`] : [ofThese];
}
