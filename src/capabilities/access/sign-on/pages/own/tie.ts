import { type Answer, redirect, type Visit } from '../../../../../platform/http/visit.ts';
import { tieOwn } from '../../actions/tie-own.ts';
import type { SignOnDoor } from '../../door.ts';
import type { Said } from '../../provider.ts';
import { presentedBy } from '../../rules/presented.ts';
import type { SignOn } from '../../sign-on.ts';
import { notBegun, stoppedByProvider, stoppedHere } from '../stopped/page.ts';

/** Whoever is signed in, and was found to be somebody at the provider too, ties the two: no address is asked for that. */
export async function tieAccount(
  door: SignOnDoor,
  visit: Visit,
  signOn: SignOn,
  said: Said,
): Promise<Answer> {
  const { id } = signOn.organisation;
  const who = await door.here(visit, id);
  if (!who) return notBegun;
  const presented = presentedBy(said, signOn.groupClaim);
  if (!presented) return stoppedByProvider(signOn, 'says-not-who');
  const actor = { id: who.account.id, name: who.account.name };
  const tied = await door.database.inOrganisation({ organisation: id, actor }, within =>
    tieOwn(within, who.account.id, presented, visit.now()),
  );
  if ('refused' in tied) return stoppedHere(door, signOn, tied.refused, presented);
  return redirect(
    '/account/sign-on',
    `Your account is tied to sign-on. “${signOn.button}” opens it from now on.`,
  );
}
