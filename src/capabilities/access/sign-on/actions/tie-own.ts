import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { record } from '../../../../platform/history/history.ts';
import { membershipSubject } from '../../member.ts';
import type { Presented } from '../rules/presented.ts';
import { tie, tiedTo, untie } from './tying.ts';

/** Somebody ties the account that they are signed in with. Whom the provider meant by it before is let go. */
export async function tieOwn(
  within: Within,
  account: string,
  presented: Pick<Presented, 'issuer' | 'subject'>,
  now: Temporal.Instant,
): Promise<{ tied: true } | Refusal<'tied-to-another'>> {
  const known = await tiedTo(within, presented, now);
  if (known && known.account !== account) return refuse('tied-to-another');
  if (!known) await untie(within, account);
  if (await tie(within, presented, account, now))
    await record(within, membershipSubject(account), 'tied to sign-on', [], now);
  return { tied: true };
}

/** Somebody else at the provider may be tied to the account, or nobody. Who came in by it comes in no more. */
export async function untieAccount(within: Within, account: string, now: Temporal.Instant): Promise<boolean> {
  if (!(await untie(within, account))) return false;
  await within.db
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .where('method', '=', 'sign-on')
    .execute();
  await record(within, membershipSubject(account), 'untied from sign-on', [], now);
  return true;
}
