import type { Within } from '../../../platform/database/database.ts';
import type { ViewLink } from '../view-link.ts';

/** The links of a view, those that were made last first. */
export function linksOf({ db }: Within, view: string): Promise<ViewLink[]> {
  return db
    .selectFrom('view_links')
    .select(['id', 'made_by_name as madeByName', 'made_at as madeAt', 'expires_at as expiresAt'])
    .select(['opened_at as openedAt', 'revoked_at as revokedAt', 'revoked_by_name as revokedByName'])
    .where('view_id', '=', view)
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute();
}
