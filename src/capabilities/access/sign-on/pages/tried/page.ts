import { isRefused, type Refusal } from '../../../../../language/refusal.ts';
import { type Answer, page, type Visit } from '../../../../../platform/http/visit.ts';
import { factsOf, SIGN_ON } from '../../actions/come-in.ts';
import type { SignOnDoor } from '../../door.ts';
import type { Said } from '../../provider.ts';
import { presentedBy } from '../../rules/presented.ts';
import type { ProviderFault } from '../../rules/provider-fault.ts';
import { type Check, checksOf } from '../../rules/tried.ts';
import { PROVIDER_WORDS, type ProviderStop } from '../../rules/words.ts';
import type { SignOn } from '../../sign-on.ts';
import { notBegun } from '../stopped/page.ts';

/** An administrator went through it to see what the provider says. Nobody is let in, nothing is kept. */
export async function tried(
  door: SignOnDoor,
  visit: Visit,
  signOn: SignOn,
  answer: Said | Refusal<ProviderFault>,
): Promise<Answer> {
  const who = await door.here(visit, signOn.organisation.id);
  if (who?.role !== 'administrator') return notBegun;
  if (isRefused(answer)) return view(signOn, { checks: [providerCheck(signOn, answer.refused)], said: [] });
  const presented = presentedBy(answer, signOn.groupClaim);
  const said = Object.keys(answer.claims).sort();
  if (!presented) return view(signOn, { checks: [providerCheck(signOn, 'says-not-who')], said });
  const facts = await factsOf(door.database, inside(door, signOn), { signOn, presented }, visit.now());
  return view(signOn, { checks: checksOf(presented, facts, signOn), said });
}

const inside =
  ({ database }: SignOnDoor, { organisation }: SignOn): Parameters<typeof factsOf>[1] =>
  work =>
    database.inOrganisation({ organisation: organisation.id, actor: SIGN_ON }, work);

function providerCheck({ issuer }: SignOn, fault: ProviderStop): Check {
  const { what } = PROVIDER_WORDS[fault](URL.parse(issuer)?.host ?? 'The provider');
  return {
    about: 'The provider',
    stands: 'bad',
    says: what,
    remedy: 'Check the connection on the page of sign-on.',
  };
}

const view = ({ organisation }: SignOn, facts: { checks: Check[]; said: string[] }): Answer =>
  page('access/sign-on/pages/tried/page.njk', facts, { title: 'What your provider says', organisation });
