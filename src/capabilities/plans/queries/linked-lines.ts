import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Filter } from '../rules/asked.ts';

/** Filters by something that lines are linked with, and where the links stand. */
const LINKS = {
  audience: { table: 'line_audiences', column: 'audience_id' },
  channel: { table: 'line_channels', column: 'channel_id' },
  tag: { table: 'line_tags', column: 'tag' },
} as const;
export type Link = keyof typeof LINKS;
export const LINK_NAMES = Object.keys(LINKS) as Link[];

/** The links `k` of what a filter names. */
export const linksTo = (link: Link, value: string) => {
  const { table, column } = LINKS[link];
  return sql`${sql.table(table)} k where k.${sql.ref(column)} = ${sql.lit(value)}`;
};

/**
 * Lines that are linked with few others are gathered by their links, and put in order. Of many, each line in its order is
 * asked whether it has the link, by itself: as a join the database gathers and sorts all of them (7,000: 60 ms against 2).
 */
export const hasLink = (link: Link, value: string, few: boolean): RawBuilder<unknown> =>
  few
    ? sql`l.id = any(array(select k.line_id from ${linksTo(link, value)}))`
    : sql`(select true from ${linksTo(link, value)} and k.line_id = l.id)`;

/** Of the links that are asked for, those that no more than `most` lines have. */
export async function fewLinked({ db }: Within, filter: Filter, most: number): Promise<Link[]> {
  const on = LINK_NAMES.filter(link => filter[link]);
  if (!on.length) return [];
  const { plan } = filter;
  const here = plan ? sql`and k.plan_id = ${sql.lit(plan)}` : sql``;
  const counts = on.map(
    link => sql`(select count(*) from (select from ${linksTo(link, filter[link]!)} ${here}
      limit ${sql.lit(most + 1)}) linked)::int as ${sql.ref(link)}`,
  );
  const { rows } = await sql<Record<Link, number>>`select ${sql.join(counts)}`.execute(db);
  return on.filter(link => rows[0]![link] <= most);
}
