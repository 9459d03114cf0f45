import type { MailEnvironment } from '../environment.ts';
import type { DkimKey, MailServer, MailWay } from '../way.ts';

/** What an organisation says of mail for itself; its secrets in the clear. */
export type OwnMail = {
  server?: MailServer;
  fromName?: string;
  fromAddress?: string;
  replyTo?: string;
  bounces?: string;
  dkim?: DkimKey;
};

/**
 * By which server and in whose name messages leave. What the environment says wins, value by value; a server is taken
 * whole, so that one's password never goes to another's. Undefined while a server or a sender is missing.
 */
export function whichWay(environment: MailEnvironment, own: OwnMail, named: string): MailWay | undefined {
  const server = serverOf(environment) ?? own.server;
  const address = environment.fromAddress ?? own.fromAddress;
  if (!server || !address) return undefined;
  const replyTo = environment.replyTo ?? own.replyTo;
  const bounces = environment.bounces ?? own.bounces;
  return {
    server,
    sender: {
      ...{ name: environment.fromName ?? own.fromName ?? named, address },
      ...(replyTo && { replyTo }),
      ...(bounces && { bounces }),
      ...(own.dkim && { dkim: own.dkim }),
    },
  };
}

function serverOf({ server }: MailEnvironment): MailServer | undefined {
  if (!server) return undefined;
  const { host, port, security, user, password } = server;
  return { host, port, security, ...(user && { login: { user, password: password ?? '' } }) };
}
