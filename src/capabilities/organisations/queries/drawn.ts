import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Draw, DrawnCounts, DrawnRow } from '../draw.ts';
import { areasWithin } from './areas-within.ts';

export const DRAWN_ON_A_PAGE = 50;

/** Those whom an audience draws on a day, by the name of the body or area; all of them, or a page. */
export async function drawnRows(
  { db }: Within,
  draws: Draw[],
  on: Temporal.PlainDate,
  page?: number,
): Promise<DrawnRow[]> {
  if (!draws.length) return [];
  const some = page ? sql`limit ${sql.lit(DRAWN_ON_A_PAGE)} offset ${(page - 1) * DRAWN_ON_A_PAGE}` : sql``;
  const { rows } = await sql<DrawnRow>`
    with drawn as (${drawn(draws, on)}), members as (${members(on)})
    select "of", place, "placeName", kind, asked, holder, name, role, language, address
    from members order by lower("placeName"), place, asked, lower(name), holder ${some}`.execute(db);
  return rows;
}

/** How many there are of them. */
export async function countDrawn(
  { db }: Within,
  draws: Draw[],
  on: Temporal.PlainDate,
): Promise<DrawnCounts & { rows: number }> {
  if (!draws.length)
    return { places: 0, kind: null, of: null, holders: 0, without: 0, unreached: 0, rows: 0 };
  const { rows } = await sql<DrawnCounts & { rows: number }>`
    with drawn as (${drawn(draws, on)}), members as (${members(on)})
    select count(distinct place)::int as places, case when min(kind) = max(kind) then min(kind) end as kind,
      case when min("of") = max("of") then min("of") end as of, count(distinct holder)::int as holders,
      (count(*) filter (where holder is null))::int as without,
      (count(distinct holder) filter (where address is null))::int as unreached, count(*)::int as rows
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
  select d."of", d.place, d."placeName", d.kind, d.asked, h.id as holder, h.name, h.role, h.language,
    coalesce(c.value, case when h.id is not null then d.own end) as address
  from drawn d
  left join role_holders h on (d.asked = '' or lower(h.role) = d.asked) and ${isOn('h', on)}
    and case d."of" when 'bodies' then h.body_id = d.place else h.area_id = d.place end
  left join contact_details c on c.holder_id = h.id and c.kind = 'email' and (c.keep_until is null or c.keep_until >= ${on})`;

const isOn = (table: string, on: Temporal.PlainDate): RawBuilder<unknown> => {
  const [starts, ends] = [sql.ref(`${table}.starts_on`), sql.ref(`${table}.ends_on`)];
  return sql`(${starts} is null or ${starts} <= ${on}) and (${ends} is null or ${ends} >= ${on})`;
};
