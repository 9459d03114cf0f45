import type { Within } from '../database/database.ts';
import type { OutboxDb } from './outbox-tables.ts';
import { type MailParts, mailWay } from './own-mail.ts';
import { sendDue } from './send-due.ts';
import { outboxOf, overSmtp } from './send-mail-job.ts';
import { currentStoppage } from './stoppage.ts';
import { SOON } from './try-server.ts';

type Parts = MailParts & {
  within: <T>(work: (within: Within) => Promise<T>) => Promise<T>;
  now: () => Temporal.Instant;
};

/**
 * Hands one message of an organisation's outbox over while somebody waits, whatever was found out about the server before.
 * @returns whether the server took it
 */
export async function sendOneNow(id: string, parts: Parts): Promise<boolean> {
  const { within, now } = parts;
  const { way, stoppage } = await within(async inside => ({
    way: await mailWay(inside, parts),
    stoppage: await currentStoppage(inside.db as unknown as OutboxDb),
  }));
  if (!way) return false;
  const faults: unknown[] = [];
  const outbox = { ...outboxOf(within, Boolean(stoppage)), among: [id] };
  const open = (to: typeof way) => overSmtp(to, SOON);
  await sendDue(outbox, { way, open, now, over: () => false, tell: fault => void faults.push(fault) });
  if (faults.length) throw faults[0];
  const sent = await within(({ db }) =>
    db.selectFrom('messages').select('state').where('id', '=', id).executeTakeFirst(),
  );
  return sent?.state === 'accepted';
}
