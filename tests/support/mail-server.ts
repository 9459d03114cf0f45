import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** A message as a mail server got it. */
export type Received = {
  from: string;
  to: string[];
  text: string;
  /** Whether its sender was told that it was taken. */
  answered: boolean;
};

/** What a server does with a message that it was given whole: takes it, says no, or breaks the line without a word. */
export type Verdict = 'take' | 'cut' | { code: number; words: string };

export type MailServerOptions = SMTPServerOptions & {
  port?: number;
  /** Asked for each message; it is taken where this is not given. */
  judge?: (message: Omit<Received, 'answered'>) => Verdict | Promise<Verdict>;
  /** An answer to a recipient; undefined takes them. */
  recipient?: (address: string) => { code: number; words: string } | undefined;
  sender?: (address: string) => { code: number; words: string } | undefined;
};

export type MailServer = {
  port: number;
  /** What it took, or was given whole before the line broke, in that order. */
  received: Received[];
  connections: () => number;
  close: () => Promise<void>;
};

const says = ({ code, words }: { code: number; words: string }) =>
  Object.assign(new Error(words), { responseCode: code });

/** A real mail server on this machine, in the clear and without a login unless its options say otherwise. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { port = 0, judge = () => 'take' as const, recipient, sender, ...others } = options;
  const received: Received[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: !others.onAuth,
    disabledCommands: others.secure || others.key ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onConnect: (_session, done) => {
      connections++;
      done();
    },
    onMailFrom: ({ address }, _session, done) => {
      const no = sender?.(address);
      done(no ? says(no) : null);
    },
    onRcptTo: ({ address }, _session, done) => {
      const no = recipient?.(address);
      done(no ? says(no) : null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const message = { ...envelopeOf(session), text: Buffer.concat(parts).toString() };
        const verdict = await judge(message);
        if (typeof verdict === 'object') return done(says(verdict));
        received.push({ ...message, answered: verdict === 'take' });
        if (verdict === 'take') return done(null, 'Taken');
        for (const one of server.connections) if (one.session.id === session.id) one._socket.destroy();
      });
    },
    ...others,
  });
  server.on('error', () => undefined); // lines that break are what some tests are about
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(port, '127.0.0.1', resolve);
  await promise;
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    connections: () => connections,
    close: () => {
      for (const one of server.connections) one._socket.destroy();
      return new Promise(closed => server.close(() => closed()));
    },
  };
}

function envelopeOf({ envelope }: SMTPServerSession): Pick<Received, 'from' | 'to'> {
  const from = envelope.mailFrom ? envelope.mailFrom.address : '';
  return { from, to: envelope.rcptTo.map(({ address }) => address) };
}
