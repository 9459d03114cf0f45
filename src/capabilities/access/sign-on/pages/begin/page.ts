import { z } from 'zod';
import { isRefused } from '../../../../../language/refusal.ts';
import type { Handler } from '../../../../../platform/http/capability.ts';
import { notFound, redirect, type Visit } from '../../../../../platform/http/visit.ts';
import { localPath } from '../../../rules/local-path.ts';
import { type Begun, begin } from '../../begun.ts';
import type { SignOnDoor } from '../../door.ts';
import { stoppedByProvider } from '../stopped/page.ts';

/**
 * Sends the browser to the organisation's provider, and lets it remember that it was sent. By a link and not a form:
 * browsers let a form of ours lead to pages of ours alone (form-action).
 */
export function beginPage(door: SignOnDoor): Handler<Visit> {
  return async visit => {
    const organisation = z.uuid().safeParse(visit.params.organisation);
    const purpose = organisation.success && (await purposeOf(door, visit, organisation.data));
    if (!purpose) return notFound;
    const signOn = await door.signOn(organisation.data);
    if (!signOn || (purpose === 'come-in' && !signOn.offered)) return notFound;
    const now = visit.now();
    const found = await door.provider.discover(signOn, now);
    if (isRefused(found)) return stoppedByProvider(signOn, found.refused);
    const begun = begin({ organisation: organisation.data, to: localPath(visit.query.to), purpose }, now);
    const back = door.back(organisation.data);
    const way = await door.provider.wayThere(found.published, signOn, { begun, back }, now);
    if (isRefused(way)) return stoppedByProvider(signOn, way.refused);
    door.cookie.write(visit.reply, begun);
    return redirect(way.address);
  };
}

/** What it is begun for; undefined where somebody may not begin it, or not from here. */
async function purposeOf(
  door: SignOnDoor,
  visit: Visit,
  organisation: string,
): Promise<Begun['purpose'] | undefined> {
  const asked = visit.query.for;
  if (asked === undefined) return 'come-in';
  if ((asked !== 'try' && asked !== 'tie') || !door.mayBegin(visit, asked)) return undefined;
  const who = await door.here(visit, organisation);
  return who && (asked === 'tie' || who.role === 'administrator') ? asked : undefined;
}
