import { seesEverything } from '../../../language/rights.ts';
import type { Role } from '../../../language/role.ts';
import type { Database, Sight } from '../../../platform/database/database.ts';
import { digestOf } from '../../access/index.ts';
import type { FeedKind, FeedOf } from '../feed.ts';

/** A feed that a calendar program reads. */
export type OpenedFeed = {
  id: string;
  of: FeedOf;
  account: string;
  onlyEvents: boolean;
  /** As whoever made it sees now: it shows no more than they see. */
  sight: Sight | undefined;
  organisation: { id: string; name: string; zone: string };
};

/** That it was read is noted once in so long: programs ask every few minutes. */
const NOTED = Temporal.Duration.from({ hours: 1 });

/** Finds a feed by its token; nothing when it was ended, is unknown, or whoever made it works here no more. */
export function openFeed(
  database: Database,
  token: string,
  now: Temporal.Instant,
): Promise<OpenedFeed | undefined> {
  return database.beforeOrganisation(async db => {
    const row = await db
      .selectFrom('feeds as f')
      .innerJoin('organisations as o', 'o.id', 'f.organisation_id')
      .innerJoin('memberships as m', at =>
        at.onRef('m.account_id', '=', 'f.account_id').onRef('m.organisation_id', '=', 'f.organisation_id'),
      )
      .select(['f.id', 'f.of_kind', 'f.of_id', 'f.account_id as account', 'f.only_events', 'f.read_at'])
      .select(['m.role', 'm.sees_marked as marked', 'o.id as organisation', 'o.name', 'o.time_zone as zone'])
      .where('f.token_hash', '=', digestOf(token))
      .where('f.revoked_at', 'is', null)
      .where('m.ended_at', 'is', null)
      .where(at => at.or([at('m.ends_at', 'is', null), at('m.ends_at', '>', now)]))
      .executeTakeFirst();
    if (!row) return undefined;
    const { id, account, organisation, name, zone, marked } = row;
    const noted = row.read_at && Temporal.Instant.compare(row.read_at.add(NOTED), now) > 0;
    if (!noted) await db.updateTable('feeds').set({ read_at: now }).where('id', '=', id).execute();
    const whole = seesEverything({
      everywhere: (row.role ?? undefined) as Role | undefined,
      marked,
      parts: false,
    });
    return {
      id,
      of: { kind: row.of_kind as FeedKind, id: row.of_id } as FeedOf,
      account,
      onlyEvents: row.only_events,
      sight: whole ? undefined : { person: account, marked: true },
      organisation: { id: organisation, name, zone },
    };
  });
}
