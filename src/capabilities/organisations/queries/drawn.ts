import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Draw, DrawnCounts, DrawnPageRow, DrawnRow } from '../draw.ts';
import { areasWithin } from './areas-within.ts';

export const DRAWN_ON_A_PAGE = 50;

/** A term that ends within so many days is told beforehand. */
export const ENDS_SOON = 30;

const BY_NAME = sql`lower("placeName"), place, asked, lower(name), holder`;

/** Those whom an audience draws on a day, by the name of the body or area. */
export async function drawnRows({ db }: Within, draws: Draw[], on: Temporal.PlainDate): Promise<DrawnRow[]> {
  if (!draws.length) return [];
  const { rows } = await sql<DrawnRow>`
    with drawn as (${drawn(draws, on)}), members as (${members(on)})
    select "of", place, "placeName", kind, asked, holder, name, role, language, address
    from members order by ${BY_NAME}`.execute(db);
  return rows;
}

/** A page of them, each with who comes after; `gaps`: only where nobody holds the role, or has no address. */
export async function drawnPage(
  { db }: Within,
  draws: Draw[],
  on: Temporal.PlainDate,
  { page, gaps }: { page: number; gaps: boolean },
): Promise<DrawnPageRow[]> {
  if (!draws.length) return [];
  const some = sql`limit ${sql.lit(DRAWN_ON_A_PAGE)} offset ${(page - 1) * DRAWN_ON_A_PAGE}`;
  const { rows } = await sql<DrawnPageRow>`
    with drawn as (${drawn(draws, on)}), members as (${members(on)}),
      shown as (select * from members ${gaps ? sql`where address is null` : sql``} order by ${BY_NAME} ${some})
    select shown.*, n.name as next, n.starts_on as "nextFrom"
    from shown left join lateral (
      select h.name, h.starts_on from role_holders h
      where case shown."of" when 'bodies' then h.body_id = shown.place else h.area_id = shown.place end
        and h.starts_on > ${on} and lower(h.role) = coalesce(lower(shown.role), shown.asked)
      order by h.starts_on, h.id limit 1) n on true
    order by lower("placeName"), place, asked, lower(shown.name), holder`.execute(db);
  return rows;
}

/** `gaps`: rows in which somebody or an address is missing; `ending`: holders whose term ends soon. */
export type DrawnTally = DrawnCounts & { rows: number; gaps: number; ending: number };

const NONE_DRAWN: DrawnTally = {
  ...{ places: 0, kind: null, of: null, holders: 0, without: 0, unreached: 0 },
  ...{ rows: 0, gaps: 0, ending: 0 },
};

/** How many there are of them. */
export async function countDrawn({ db }: Within, draws: Draw[], on: Temporal.PlainDate): Promise<DrawnTally> {
  if (!draws.length) return NONE_DRAWN;
  const soon = on.add({ days: ENDS_SOON });
  const { rows } = await sql<DrawnTally>`
    with drawn as (${drawn(draws, on)}), members as (${members(on)})
    select count(distinct place)::int as places, case when min(kind) = max(kind) then min(kind) end as kind,
      case when min("of") = max("of") then min("of") end as of, count(distinct holder)::int as holders,
      (count(*) filter (where holder is null))::int as without,
      (count(distinct holder) filter (where address is null))::int as unreached, count(*)::int as rows,
      (count(*) filter (where address is null))::int as gaps,
      (count(distinct holder) filter (where until <= ${soon}))::int as ending
    from members`.execute(db);
  return rows[0]!;
}

/** Each body or area once for each role that is asked for. */
const drawn = (draws: Draw[], on: Temporal.PlainDate): RawBuilder<unknown> =>
  sql.join(
    draws.map(draw => oneDraw(draw, on)),
    sql` union `,
  );

function oneDraw({ of, kind, named, within, one, role }: Draw, on: Temporal.PlainDate): RawBuilder<unknown> {
  const all = [isOn('p', on)];
  if (one) all.push(sql`p.id = ${one}::uuid`);
  if (kind) all.push(sql`p.kind = ${kind}`);
  if (named) all.push(sql`p.name ilike ${`%${named.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (within) all.push(sql`${of === 'bodies' ? sql`p.area_id` : sql`p.id`} in (${areasWithin([within])})`);
  const own = of === 'bodies' ? sql`nullif(p.email, '')` : sql`null::text`;
  return sql`select ${of}::text as "of", p.id as place, p.name as "placeName", p.kind, ${own} as own, lower(${role}::text) as asked
    from ${sql.table(of)} p where ${sql.join(all, sql` and `)}`;
}

const members = (on: Temporal.PlainDate): RawBuilder<unknown> => sql`
  select d."of", d.place, d."placeName", d.kind, d.asked, h.id as holder, h.name, h.role, h.language, h.ends_on as until,
    coalesce(c.value, case when h.id is not null then d.own end) as address
  from drawn d
  left join role_holders h on (d.asked = '' or lower(h.role) = d.asked) and ${isOn('h', on)}
    and case d."of" when 'bodies' then h.body_id = d.place else h.area_id = d.place end
  left join contact_details c on c.holder_id = h.id and c.kind = 'email' and (c.keep_until is null or c.keep_until >= ${on})`;

const isOn = (table: string, on: Temporal.PlainDate): RawBuilder<unknown> => {
  const [starts, ends] = [sql.ref(`${table}.starts_on`), sql.ref(`${table}.ends_on`)];
  return sql`(${starts} is null or ${starts} <= ${on}) and (${ends} is null or ${ends} >= ${on})`;
};
