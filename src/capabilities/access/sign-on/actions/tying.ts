import type { Within } from '../../../../platform/database/database.ts';
import type { ComingFacts } from '../rules/coming-in.ts';
import type { Presented } from '../rules/presented.ts';

/** Which account of this organisation is tied to whoever the provider means. */
export async function tiedTo(
  { db }: Within,
  { issuer, subject }: Pick<Presented, 'issuer' | 'subject'>,
  now: Temporal.Instant,
): Promise<ComingFacts['tied']> {
  const row = await db
    .selectFrom('sign_on_identities as i')
    .innerJoin('memberships as m', 'm.account_id', 'i.account_id')
    .where('i.issuer', '=', issuer)
    .where('i.subject', '=', subject)
    .select(['i.account_id', 'i.ended_at as stopped', 'm.ended_at as ended', 'm.ends_at'])
    .executeTakeFirst();
  if (!row) return undefined;
  const ours = row.stopped && row.ended?.equals(row.stopped);
  const over = row.ends_at && Temporal.Instant.compare(row.ends_at, now) <= 0;
  const here = over ? 'left' : !row.ended ? 'member' : ours ? 'stopped' : 'left';
  return { account: row.account_id, here };
}

/** Whether an account is tied to somebody of this provider already. */
export async function tiedHere({ db }: Within, issuer: string, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('sign_on_identities')
    .select('subject')
    .where('issuer', '=', issuer)
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on whoever the provider means is this account. @returns whether that is new */
export async function tie(
  { db }: Within,
  { issuer, subject }: Pick<Presented, 'issuer' | 'subject'>,
  account: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const seen = await db
    .updateTable('sign_on_identities')
    .set({ seen_at: now, ended_at: null })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('account_id', '=', account)
    .executeTakeFirst();
  if (seen.numUpdatedRows > 0n) return false;
  await db
    .insertInto('sign_on_identities')
    .values({ issuer, subject, account_id: account, tied_at: now, seen_at: now })
    .execute();
  return true;
}

/** Whoever the provider means by them is asked anew who they are. @returns whether there was anything to untie */
export async function untie({ db }: Within, account: string): Promise<boolean> {
  const gone = await db.deleteFrom('sign_on_identities').where('account_id', '=', account).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
