import { type Refusal, refuse } from '../../../../language/refusal.ts';
import type { Within } from '../../../../platform/database/database.ts';
import { type Change, record } from '../../../../platform/history/history.ts';
import { putInOutbox } from '../../../../platform/mail/outbox.ts';
import { emergencyMessage } from '../messages.ts';
import { administrators } from '../queries.ts';
import { mayOffer, type Offered, type OfferRefusal } from '../rules/offer.ts';
import { signOnSubject } from '../sign-on.ts';

export type WantedOffer = { offered: Offered; emergency: string[] };

/** Puts sign-on on the page to sign in, or takes it off; names who comes in without it, and tells those who are new. */
export async function offer(
  within: Within,
  { offered, emergency }: WantedOffer,
  { url, now }: { url: string; now: Temporal.Instant },
): Promise<{ changed: boolean } | Refusal<OfferRefusal | 'not-here'>> {
  const { db, organisation } = within;
  const signOn = await db.selectFrom('sign_ons').select('button').forUpdate().executeTakeFirst();
  if (!signOn) return refuse('not-here');
  const all = await administrators(within);
  const named = all.filter(({ account }) => offered === 'only' && emergency.includes(account));
  const refused = mayOffer(offered, { emergency: named, tied: await anybodyTied(within) });
  if (refused) return refused;
  const changes: Change[] = [];
  const was = await db
    .selectFrom('organisations')
    .select(['name', 'sign_on', 'sign_on_only'])
    .executeTakeFirstOrThrow();
  const before: Offered = was.sign_on === null ? 'no' : was.sign_on_only ? 'only' : 'beside';
  if (before !== offered) changes.push({ field: 'use', before: USE[before], after: USE[offered] });
  await db
    .updateTable('organisations')
    .set({ sign_on: offered === 'no' ? null : signOn.button, sign_on_only: offered === 'only' })
    .execute();
  for (const one of all) {
    const wanted = named.includes(one);
    if (one.emergency === wanted) continue;
    await db
      .updateTable('memberships')
      .set({ emergency: wanted })
      .where('account_id', '=', one.account)
      .execute();
    changes.push({
      field: 'emergency administrator',
      before: wanted ? null : one.name,
      after: wanted ? one.name : null,
    });
    if (wanted)
      await putInOutbox(
        within,
        emergencyMessage(await addressOf(within, one.account), { name: was.name, url }),
        now,
      );
  }
  if (changes.length) await record(within, signOnSubject(organisation), 'changed', changes, now);
  return { changed: changes.length > 0 };
}

const USE: Record<Offered, string> = { no: 'not used', beside: 'beside the password', only: 'the only way' };

async function anybodyTied({ db }: Within): Promise<boolean> {
  return (
    (await db.selectFrom('sign_on_identities').select('subject').limit(1).executeTakeFirst()) !== undefined
  );
}

async function addressOf({ db }: Within, account: string): Promise<{ name: string; address: string }> {
  return db
    .selectFrom('accounts')
    .select(['name', 'email as address'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
}
