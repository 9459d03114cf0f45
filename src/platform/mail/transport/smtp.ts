import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Failure, judgeFailure } from '../rules/problems.ts';
import type { MailServer } from '../way.ts';
import { connect, type Limits, step, WAITING } from './connect.ts';
import type { Composed, Outcome, Transport } from './transport.ts';

/** Many servers take only so many messages on one line. */
const MESSAGES_OF_A_LINE = 100;

/** A line that is kept between messages: greeting, TLS and login cost more than a message does. */
type Line = { connection: SMTPConnection; messages: number };

/** One line to a server, opened when it is needed. Takes one message at a time. @param name what we call ourselves */
export function smtpTransport(server: MailServer, name: string, limits: Limits = WAITING): Transport {
  let line: Line | undefined;

  const hand = async (message: Composed): Promise<Outcome> => {
    const known = line;
    try {
      line ??= { connection: await connect(server, name, limits), messages: 0 };
    } catch (fault) {
      return outcomeOf(failureOf(fault, false));
    }
    const sent = await sendOver(line.connection, message);
    line = (await goesOn(line, sent)) ? line : undefined;
    if (!('failure' in sent)) return sent;
    return known && lineWasOver(sent.failure) ? hand(message) : outcomeOf(sent.failure);
  };

  return {
    name: `${server.host}:${server.port}`,
    hand,
    close: () => line && takeLeave(line.connection),
  };
}

/** Connects, begins TLS and logs in, as before a message, and takes leave. @returns what keeps us from it */
export async function knock(
  server: MailServer,
  name: string,
  limits: Limits,
): Promise<Pick<Outcome, 'problem' | 'answer'> | undefined> {
  try {
    takeLeave(await connect(server, name, limits));
    return undefined;
  } catch (fault) {
    return outcomeOf(failureOf(fault, false));
  }
}

/** In milliseconds. A server that does not answer to a farewell is left all the same. */
const FAREWELL = 1_000;

function takeLeave(connection: SMTPConnection): void {
  connection.quit();
  setTimeout(() => connection.close(), FAREWELL).unref();
}

type Sent = Outcome | { failure: Failure };

/**
 * The message is given to the server once it has taken the envelope and asked for the rest: from then on, a line that
 * breaks before an answer leaves open whether it arrived.
 */
function sendOver(connection: SMTPConnection, { bytes, from, to, id }: Composed): Promise<Sent> {
  let handedOver = false;
  const source = new Readable({
    read() {
      handedOver = true;
      this.push(bytes);
      this.push(null);
    },
  });
  const envelope = { from, to, size: bytes.length, dsn: { id, return: 'headers', notify: ['failure'] } };
  return new Promise(resolve =>
    connection.send(envelope, source, (fault, sent) =>
      resolve(
        fault
          ? { failure: failureOf(fault, handedOver) }
          : { outcome: 'accepted', answer: sent?.response ?? '' },
      ),
    ),
  );
}

/** Whether the line is good for another message. After a refusal the conversation is begun anew on it. */
async function goesOn(line: Line, sent: Sent): Promise<boolean> {
  const { connection } = line;
  line.messages++;
  if (line.messages >= MESSAGES_OF_A_LINE && !connection.destroyed) takeLeave(connection);
  else if (!('failure' in sent)) return true;
  else if (sent.failure.responseCode && sent.failure.responseCode !== 421 && !connection.destroyed)
    return step(connection, done => connection.reset(done)).then(
      () => true,
      () => false,
    );
  else connection.close();
  return false;
}

/** Closed by the server between two messages: nothing of the second was given to it, so it goes on a line of its own. */
const lineWasOver = ({ handedOver, responseCode }: Failure): boolean =>
  !handedOver && (!responseCode || responseCode === 421);

const outcomeOf = (failure: Failure): Outcome => ({
  ...judgeFailure(failure),
  answer: (failure.response ?? failure.message).slice(0, 1000),
});

function failureOf(fault: unknown, handedOver: boolean): Failure {
  const { code, originalCode, command, responseCode, response, message } = fault as Failure;
  const { rejectedErrors: [rejected] = [] } = fault as { rejectedErrors?: Failure[] };
  return {
    ...{ code, originalCode, command, message, handedOver },
    responseCode: responseCode || undefined,
    response: rejected?.response ?? response,
  };
}
