import { type Claimed, claimNext } from './claim.ts';
import type { OutboxDb, OutboxTables } from './outbox-tables.ts';
import { recordOutcome } from './record-outcome.ts';
import { compose } from './transport/compose.ts';
import type { Outcome, Transport } from './transport/transport.ts';
import type { MailWay } from './way.ts';

/** An outbox, whosever it is, and what else is done in the transaction that writes down an outcome. */
export type Outbox = {
  tables: OutboxTables;
  /** Those that may go this way, where not all may. */
  among?: string[];
  within: <T>(work: (db: OutboxDb) => Promise<T>) => Promise<T>;
  after: (db: OutboxDb, outcome: Outcome, now: Temporal.Instant) => Promise<void>;
};

export type Sending = {
  way: MailWay;
  open: (way: MailWay) => Transport;
  now: () => Temporal.Instant;
  /** Whether to put it down after the message in hand. */
  over: () => boolean;
  tell: (fault: unknown) => void;
};

/** Lines that messages are handed over on at once. Few servers take more from one sender. */
const LINES = 5;

/** Hands over everything that is due, in turn on a few lines. The first message finds out whether the server is there. */
export async function sendDue(outbox: Outbox, sending: Sending): Promise<void> {
  const { promise: reached, resolve: reach } = Promise.withResolvers<boolean>();
  let unreachable = false;
  const note = ({ outcome }: Outcome) => {
    unreachable ||= outcome === 'unreachable';
    reach(!unreachable);
  };
  const halted = () => unreachable || sending.over();
  const first = sendOnOneLine(outbox, sending, halted, note).finally(() => reach(false));
  if (!(await reached)) return first;
  const others = Array.from({ length: LINES - 1 }, () => sendOnOneLine(outbox, sending, halted, note));
  await Promise.all([first, ...others]);
}

type Done = { message: Claimed; outcome: Outcome };

async function sendOnOneLine(
  outbox: Outbox,
  sending: Sending,
  halted: () => boolean,
  note: (outcome: Outcome) => void,
): Promise<void> {
  const transport = sending.open(sending.way);
  try {
    let done: Done | undefined;
    do {
      const message = await writeDownAndTake(outbox, sending, done, halted);
      done = message && { message, outcome: await handOver(transport, message, sending) };
      if (done) note(done.outcome);
    } while (done);
  } finally {
    transport.close();
  }
}

/** What came of one message and the beginning of the next are written down together. */
function writeDownAndTake(outbox: Outbox, sending: Sending, done: Done | undefined, halted: () => boolean) {
  const { tables, within, after, among } = outbox;
  const now = sending.now();
  return within(async db => {
    if (done) {
      await recordOutcome(db, tables, done.message, done.outcome, now);
      await after(db, done.outcome, now);
    }
    return halted() ? undefined : claimNext(db, tables, sending.way, now, among);
  });
}

async function handOver(transport: Transport, message: Claimed, { way, tell }: Sending): Promise<Outcome> {
  try {
    return await transport.hand(await compose(message, way.sender));
  } catch (fault) {
    tell(fault); // ours, before anything left: the transport itself tells what happened instead of throwing
    return { outcome: 'later', problem: 'fault', answer: '' };
  }
}
