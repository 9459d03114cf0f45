import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import type { Sealing } from '../../../platform/secrets/sealed.ts';
import { mailSubject } from '../subjects.ts';

/** RFC 8301: receivers must take keys of this length, and longer ones do not fit the records of many name servers. */
const BITS = 2048;

const makePair = promisify(generateKeyPair);

export type NewKey = { privateKey: string; publicKey: string };

/** Made before the transaction: it takes a good part of a second. */
export async function makeKey(): Promise<NewKey> {
  const { privateKey, publicKey } = await makePair('rsa', { modulusLength: BITS });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}

/** Keeps a key for signing. It signs nothing until somebody says that the domain's record names it. */
export async function keepKey(
  within: Within,
  { domain, selector, key }: { domain: string; selector: string; key: NewKey },
  { seal }: Sealing,
  now: Temporal.Instant,
): Promise<void> {
  const { db, organisation } = within;
  const values = {
    dkim_domain: domain,
    dkim_selector: selector,
    dkim_key_sealed: seal(key.privateKey, organisation),
    dkim_public: key.publicKey,
    dkim_signs: false,
    changed_at: now,
  };
  await db
    .insertInto('mail_settings')
    .values(values)
    .onConflict(row => row.column('organisation_id').doUpdateSet(values))
    .execute();
  const made = [{ field: 'key for signing', before: null, after: `${selector}._domainkey.${domain}` }];
  await record(within, mailSubject(organisation), 'changed', made, now);
}

/** Begins or ends signing. @returns whether anything changed */
export async function setSigning(within: Within, signs: boolean, now: Temporal.Instant): Promise<boolean> {
  const changed = await within.db
    .updateTable('mail_settings')
    .set({ dkim_signs: signs, changed_at: now })
    .where('dkim_key_sealed', 'is not', null)
    .where('dkim_signs', '!=', signs)
    .executeTakeFirst();
  if (!changed.numUpdatedRows) return false;
  const change = { field: 'signing', before: signs ? 'off' : 'on', after: signs ? 'on' : 'off' };
  await record(within, mailSubject(within.organisation), 'changed', [change], now);
  return true;
}
