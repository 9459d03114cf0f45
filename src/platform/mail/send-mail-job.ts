import type { Database } from '../database/database.ts';
import { defineJob, type JobContext } from '../jobs/job.ts';
import type { TimedPayload } from '../jobs/timed.ts';
import { sendInstallationMail } from './installation-mail.ts';
import { OF_ORGANISATION, type OutboxDb } from './outbox-tables.ts';
import { type MailParts, mailWay } from './own-mail.ts';
import { type Outbox, type Sending, sendDue } from './send-due.ts';
import { SEND_MAIL } from './send-mail.ts';
import { settleErased, settleOverdue } from './settle-overdue.ts';
import { currentStoppage, endStoppage, noteStoppage } from './stoppage.ts';
import type { Limits } from './transport/connect.ts';
import { smtpTransport } from './transport/smtp.ts';
import type { Transport } from './transport/transport.ts';
import type { MailWay } from './way.ts';

export type SendMailParts = MailParts & { database: Database };

/**
 * Left to the next minute's job after so long, in seconds: another organisation's turn comes, and so does that of a message
 * which belongs to none and is waited for by somebody who wants to come in.
 */
const ROUND = 50;

/** Safe to run twice: what is in hand is written down as such, and is nobody else's. */
export const sendMailJob = (parts: SendMailParts) =>
  defineJob<TimedPayload>({
    ...SEND_MAIL,
    expireInSeconds: 600,
    retryLimit: 3,
    run: async (_payload, context) => {
      const faults: unknown[] = [];
      const sending = sendingFor(context, fault => void faults.push(fault));
      await sendOfOrganisation(parts, context, sending);
      await sendInstallationMail(parts, () => context.clock.now(), sending);
      if (faults.length) throw new AggregateError(faults, 'Messages could not be made ready to leave.');
    },
  });

type Setting = Omit<Sending, 'way'>;

function sendingFor({ clock, stopping }: JobContext, tell: Setting['tell']): Setting {
  const until = performance.now() + ROUND * 1000;
  const over = () => stopping.aborted || performance.now() > until;
  return { open: way => overSmtp(way), tell, now: () => clock.now(), over };
}

async function sendOfOrganisation(parts: SendMailParts, { within, clock }: JobContext, sending: Setting) {
  const now = clock.now();
  const found = await within(async inside => {
    const db = inside.db as unknown as OutboxDb;
    await settleErased(db, OF_ORGANISATION, now);
    const way = await mailWay(inside, parts);
    if (!way) return undefined; // what waits, waits until somebody sets mail up
    await settleOverdue(db, OF_ORGANISATION, now);
    return { way, stoppage: await currentStoppage(db) };
  });
  if (!found) return;
  const { way, stoppage } = found;
  if (stoppage && Temporal.Instant.compare(stoppage.nextTryAt, now) > 0) return;
  await sendDue(outboxOf(within, Boolean(stoppage)), { ...sending, way });
}

/** A server that does not answer is left alone for a while; the first message that reaches it ends that. */
export function outboxOf(within: JobContext['within'], stopped: boolean): Outbox {
  return {
    tables: OF_ORGANISATION,
    within: work => within(({ db }) => work(db as unknown as OutboxDb)),
    after: async (db, outcome, now) => {
      if (outcome.outcome === 'unreachable') await noteStoppage(db, outcome, now);
      else if (stopped) await endStoppage(db);
    },
  };
}

/** We call ourselves by the sender's domain, which a server may look up, and not by what the machine is called at home. */
export const overSmtp = ({ server, sender }: MailWay, limits?: Limits): Transport =>
  smtpTransport(server, sender.address.slice(sender.address.lastIndexOf('@') + 1), limits);
