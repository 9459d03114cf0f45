import type { Within } from '../../platform/database/database.ts';
import { type DrawnRow, drawnRows } from '../organisations/index.ts';
import { drawsOf } from './queries.ts';
import { type Member, membersAmong } from './rules/members.ts';

/**
 * The people to write to on a day for an audience: whoever holds then the roles that it draws from, at their own address
 * or the body's. Those without any are left out; the page of the audience counts them.
 */
export async function membersOf(within: Within, audience: string, on: Temporal.PlainDate): Promise<Member[]> {
  return membersAmong(await drawnRows(within, await drawsOf(within, audience), on));
}

/** Everybody who belongs to an audience on a day, once for each role by which they do, with or without an address. */
export async function holdersFor(
  within: Within,
  audience: string,
  on: Temporal.PlainDate,
): Promise<DrawnRow[]> {
  const rows = await drawnRows(within, await drawsOf(within, audience), on);
  return [...new Map(rows.filter(row => row.holder).map(row => [row.holder, row])).values()];
}
