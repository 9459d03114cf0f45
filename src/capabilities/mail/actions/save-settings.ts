import type { Within } from '../../../platform/database/database.ts';
import { type Change, record } from '../../../platform/history/history.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { usualPort } from '../../../platform/mail/environment.ts';
import type { OutboxDb } from '../../../platform/mail/outbox-tables.ts';
import { type MailParts, mailWay } from '../../../platform/mail/own-mail.ts';
import { SEND_MAIL } from '../../../platform/mail/send-mail.ts';
import { endStoppage } from '../../../platform/mail/stoppage.ts';
import { type OwnSettings, ownSettings } from '../queries/settings.ts';
import type { GivenSettings } from '../settings-form.ts';
import { mailSubject } from '../subjects.ts';

const WORDS = {
  host: 'server',
  port: 'port',
  security: 'encryption',
  user: 'user name',
  fromName: 'name of the sender',
  fromAddress: 'address of the sender',
  replyTo: 'address for answers',
  bounces: 'address for undelivered messages',
} as const;

/**
 * How messages leave from now on. A stop of the server that was is over, and what waits is tried at once.
 * @returns undefined where somebody else changed it meanwhile; else what was changed
 */
export async function saveSettings(
  within: Within,
  given: GivenSettings,
  parts: MailParts,
  now: Temporal.Instant,
): Promise<Change[] | undefined> {
  const before = await ownSettings(within);
  const port = given.host ? (given.port ?? usualPort(given.security)) : null;
  const after = { ...given, port };
  const changes = changesOf(before, after);
  if (!changes.length) return given.version === before.version ? [] : undefined;
  if (!(await store(within, after, parts, now))) return undefined;
  await record(within, mailSubject(within.organisation), 'changed', changes, now);
  await endStoppage(within.db as unknown as OutboxDb);
  await mailWay(within, parts);
  await enqueue(within, SEND_MAIL, { at: now.toString() }, now);
  return changes;
}

type After = Omit<GivenSettings, 'port'> & { port: number | null };

function changesOf(before: OwnSettings, after: After): Change[] {
  const changes = (Object.keys(WORDS) as (keyof typeof WORDS)[])
    .map(field => ({ field: WORDS[field], before: said(before[field]), after: said(after[field]) }))
    .filter(change => change.before !== change.after);
  return after.password ? [...changes, { field: 'password', before: null, after: 'another' }] : changes;
}

const said = (value: string | number | null): string | null =>
  value === null || value === '' ? null : `${value}`;

async function store(
  { db, organisation }: Within,
  { password, version, user, ...after }: After,
  { sealing }: MailParts,
  now: Temporal.Instant,
): Promise<boolean> {
  const values = {
    ...{ host: after.host || null, port: after.port, security: after.security, user_name: user || null },
    ...{ from_name: after.fromName || null, from_address: after.fromAddress || null },
    ...{ reply_to: after.replyTo || null, bounce_address: after.bounces || null },
    ...(password && { password_sealed: sealing.seal(password, organisation) }),
    ...(!user && { password_sealed: null }),
    changed_at: now,
  };
  if (version === 0) {
    const made = await db
      .insertInto('mail_settings')
      .values(values)
      .onConflict(row => row.column('organisation_id').doNothing())
      .executeTakeFirst();
    return Boolean(made.numInsertedOrUpdatedRows);
  }
  const changed = await db
    .updateTable('mail_settings')
    .set(row => ({ ...values, version: row('version', '+', 1) }))
    .where('version', '=', version)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
