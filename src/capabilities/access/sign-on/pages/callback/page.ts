import { isRefused } from '../../../../../language/refusal.ts';
import type { Handler } from '../../../../../platform/http/capability.ts';
import { type Answer, redirect, type Visit } from '../../../../../platform/http/visit.ts';
import { comeIn } from '../../actions/come-in.ts';
import { noteRefusal, type RefusedSignOn } from '../../actions/refusals.ts';
import { beginSignedOn } from '../../actions/session.ts';
import { takeOnce } from '../../actions/take-once.ts';
import { type Begun, TIME_THERE } from '../../begun.ts';
import type { SignOnDoor } from '../../door.ts';
import type { Said } from '../../provider.ts';
import { presentedBy } from '../../rules/presented.ts';
import type { ProviderStop } from '../../rules/words.ts';
import type { SignOn } from '../../sign-on.ts';
import { tieAccount } from '../own/tie.ts';
import { notBegun, stoppedByProvider, stoppedHere } from '../stopped/page.ts';
import { tried } from '../tried/page.ts';

/**
 * Where an organisation's provider leads back to. Only the browser that was sent to that provider, once, and not long ago,
 * gets further: what was begun with another one is not handed to it.
 */
export function callbackPage(door: SignOnDoor): Handler<Visit> {
  return async visit => {
    const now = visit.now();
    const begun = door.cookie.take(visit.request, visit.reply, now);
    const here = begun?.organisation === visit.params.organisation;
    if (!begun || !here || visit.query.state !== begun.state) return notBegun;
    const until = now.add({ seconds: TIME_THERE });
    const first = await door.database.beforeOrganisation(db => takeOnce(db, begun.state, until, now));
    if (!first) return notBegun;
    const signOn = await door.signOn(begun.organisation);
    if (!signOn) return notBegun;
    const answer = await redeemed(door, signOn, begun, visit);
    if (begun.purpose === 'try') return tried(door, visit, signOn, answer);
    if (isRefused(answer)) return failed(door, visit, signOn, answer.refused);
    return begun.purpose === 'tie'
      ? tieAccount(door, visit, signOn, answer)
      : letIn(door, visit, signOn, { said: answer, to: begun.to });
  };
}

async function redeemed(door: SignOnDoor, signOn: SignOn, begun: Begun, visit: Visit) {
  const now = visit.now();
  const found = await door.provider.discover(signOn, now);
  if (isRefused(found)) return found;
  const answer = new URL(door.back(signOn.organisation.id));
  answer.search = new URL(visit.path, answer).search;
  const redeemed = await door.provider.redeem(found.published, signOn, { begun, answer }, now);
  if (isRefused(redeemed)) door.provider.forget(signOn);
  return redeemed;
}

async function letIn(
  door: SignOnDoor,
  visit: Visit,
  signOn: SignOn,
  { said, to }: { said: Said; to: string },
): Promise<Answer> {
  const presented = presentedBy(said, signOn.groupClaim);
  if (!presented) return failed(door, visit, signOn, 'says-not-who');
  const coming = await comeIn(door.database, signOn, presented, visit.now());
  if (isRefused(coming)) {
    const { refused, known } = coming;
    const claimed = presented.email?.address;
    await note(door, visit, signOn, { what: `sign-on-refused-${refused}`, account: known, claimed });
    return stoppedHere(door, signOn, refused, presented);
  }
  const { account, email } = coming;
  const { issuer, there } = presented;
  const token = await beginSignedOn(
    door.database,
    { account, organisation: signOn.organisation.id, issuer, there, whence: door.whence(visit, email) },
    visit.now(),
  );
  await door.admit(visit, token, email);
  return redirect(to);
}

async function failed(door: SignOnDoor, visit: Visit, signOn: SignOn, fault: ProviderStop): Promise<Answer> {
  await note(door, visit, signOn, { what: `sign-on-failed-${fault}` });
  return stoppedByProvider(signOn, fault);
}

/** Who looks after access finds it in the history of signing in: the reason, and nothing that opens anything. */
const note = (
  door: SignOnDoor,
  visit: Visit,
  { organisation }: SignOn,
  refused: Omit<RefusedSignOn, 'organisation'>,
): Promise<void> =>
  noteRefusal(
    door.database,
    { ...refused, organisation: organisation.id },
    door.whence(visit, refused.claimed ?? ''),
    visit.now(),
  );
