import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailServer } from '../way.ts';

/** How long each step may take, in milliseconds. */
export type Limits = {
  dnsTimeout: number;
  connectionTimeout: number;
  greetingTimeout: number;
  socketTimeout: number;
  socketCloseTimeout: number;
};

/** A server that looks into what it is given may take its time before it answers for it (RFC 5321, 4.5.3.2). */
export const WAITING: Limits = {
  dnsTimeout: 10_000,
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 90_000,
  socketCloseTimeout: 1_000,
};

/** @throws what nodemailer says of a server that cannot be reached, or lets nobody in */
export async function connect(server: MailServer, name: string, limits: Limits): Promise<SMTPConnection> {
  const { host, port, security, login } = server;
  // loaded by the first message, as in compose.ts
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    ...limits,
    ...{ host, port, name },
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2' },
  });
  connection.on('error', () => undefined); // told to whoever waits for a step; unheard, it would end the process
  await step(connection, done => connection.connect(done));
  if (!login) return connection;
  const credentials = { user: login.user, pass: login.password };
  await step(connection, done => connection.login({ credentials }, done)).catch(fault => {
    connection.close();
    throw fault;
  });
  return connection;
}

/** One step of the conversation. Of a line that ends meanwhile nodemailer tells by an event alone, and calls nobody back. */
export function step(
  connection: SMTPConnection,
  ask: (done: (fault?: Error | null) => void) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const over = () => reject(new Error('The server closed the connection.'));
  connection.once('error', reject).once('end', over);
  ask(fault => (fault ? reject(fault) : resolve()));
  return promise.finally(() => connection.off('error', reject).off('end', over));
}
