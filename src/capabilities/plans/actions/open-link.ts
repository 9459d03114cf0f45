import type { Database, Sight } from '../../../platform/database/database.ts';
import type { Year } from '../../../platform/http/visit.ts';
import { digestOf } from '../../access/index.ts';

/** Whose view a link reads, as it stands on the page. */
export type OpenedLink = {
  view: string;
  /** Whoever made it, where they may not see everything themselves by now: it shows no more than they see. */
  sight: Sight | undefined;
  organisation: { id: string; name: string; colour: string; timeZone: string; year: Year };
};

/** That a link was opened is noted once in so long: a reader turns pages. */
const NOTED = Temporal.Duration.from({ minutes: 1 });

/**
 * Finds by its token which organisation's view may be read; undefined when the link is over, taken back or unknown, or
 * whoever made it works here no more.
 */
export function openLink(
  database: Database,
  token: string,
  now: Temporal.Instant,
): Promise<OpenedLink | undefined> {
  return database.beforeOrganisation(async db => {
    const row = await db
      .selectFrom('view_links as l')
      .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
      .leftJoin('memberships as m', at =>
        at.onRef('m.account_id', '=', 'l.made_by').onRef('m.organisation_id', '=', 'l.organisation_id'),
      )
      .select(['l.made_by', 'm.role'])
      .select(['l.id', 'l.view_id', 'l.opened_at', 'o.id as organisation', 'o.name', 'o.colour'])
      .select(['o.time_zone', 'o.financial_year_month', 'o.spring_month'])
      .where('l.token_hash', '=', digestOf(token))
      .where('l.revoked_at', 'is', null)
      .where('l.expires_at', '>', now)
      .where(at =>
        at.or([
          at('l.made_by', 'is', null),
          at.and([
            at('m.ended_at', 'is', null),
            at.or([at('m.ends_at', 'is', null), at('m.ends_at', '>', now)]),
          ]),
        ]),
      )
      .executeTakeFirst();
    if (!row) return undefined;
    const noted = row.opened_at && Temporal.Instant.compare(row.opened_at.add(NOTED), now) > 0;
    if (!noted) await db.updateTable('view_links').set({ opened_at: now }).where('id', '=', row.id).execute();
    const year = {
      financialYearStart: { month: row.financial_year_month, day: 1 },
      springMonth: row.spring_month,
    };
    const { organisation: id, name, colour, time_zone: timeZone } = row;
    const sight = row.made_by && !row.role ? { person: row.made_by, marked: false } : undefined;
    return { view: row.view_id, sight, organisation: { id, name, colour, timeZone, year } };
  });
}
