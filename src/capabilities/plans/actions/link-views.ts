import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { newToken } from '../../access/index.ts';
import { viewSeen } from '../queries/views.ts';
import { viewSubject } from '../view.ts';
import { sharedPath } from '../view-link.ts';

/** Makes a link by which others read a view. @returns its path, which is told this once and not stored */
export async function linkView(
  within: Within,
  { view, person, expires }: { view: string; person: string; expires: Temporal.Instant },
  now: Temporal.Instant,
): Promise<{ path: string } | Refusal<'not-found'>> {
  const seen = await viewSeen(within, view, person);
  if (!seen || seen.list) return refuse('not-found');
  const { token, digest } = newToken();
  await within.db
    .insertInto('view_links')
    .values({
      view_id: view,
      token_hash: digest,
      made_by: within.actor.id,
      made_by_name: within.actor.name,
      made_at: now,
      expires_at: expires,
    })
    .execute();
  const until = expires.toString();
  await record(
    within,
    viewSubject(view),
    'made a link',
    [{ field: 'until', before: null, after: until }],
    now,
  );
  return { path: sharedPath(token) };
}

/** From this moment the link reads nothing. */
export async function revokeLink(
  within: Within,
  { view, person, link }: { view: string; person: string; link: string },
  now: Temporal.Instant,
): Promise<{ revoked: boolean } | Refusal<'not-found'>> {
  if (!(await viewSeen(within, view, person))) return refuse('not-found');
  const known = await within.db
    .selectFrom('view_links')
    .select('id')
    .where('id', '=', link)
    .where('view_id', '=', view)
    .executeTakeFirst();
  if (!known) return refuse('not-found');
  const done = await within.db
    .updateTable('view_links')
    .set({ revoked_at: now, revoked_by_name: within.actor.name })
    .where('id', '=', link)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const revoked = done.numUpdatedRows === 1n;
  if (revoked) await record(within, viewSubject(view), 'took a link back', [], now);
  return { revoked };
}
