import { linkIn } from './asked.ts';
import { type Received, startMailServer } from './mail-server.ts';
import { type TestSite, testSite } from './site.ts';

export type Inboxes = {
  site: TestSite;
  /** What arrived since it was last looked. */
  fresh: () => Received[];
  /** The path of the link in the last message to somebody of that name. */
  linkTo: (name: string) => string;
  /** The mail server takes nothing until it is back. */
  away: () => Promise<void>;
  back: () => Promise<void>;
  close: () => Promise<void>;
};

/** A site from a moment on, and people's inboxes behind the mail server that it sends by. */
export async function inboxes(now: string): Promise<Inboxes> {
  let server = await startMailServer();
  let seen = 0;
  const { port } = server;
  const site = await testSite({
    now,
    settings: {
      COMMSGRID_SMTP_HOST: '127.0.0.1',
      COMMSGRID_SMTP_PORT: String(port),
      COMMSGRID_SMTP_SECURITY: 'none',
      COMMSGRID_MAIL_FROM: 'comms@ashmere.example',
    },
  });
  return {
    site,
    fresh: () => {
      const some = server.received.slice(seen);
      seen = server.received.length;
      return some;
    },
    linkTo: name => {
      const address = `${name.toLowerCase().replace(' ', '.')}@ashmere.example`;
      const message = server.received.findLast(({ to }) => to.includes(address));
      return linkIn({ text: message?.text.replace(/=\r?\n/g, '').replaceAll('=3D', '=') ?? '' });
    },
    away: () => server.close(),
    back: async () => {
      server = await startMailServer({ port });
      seen = 0;
    },
    close: async () => {
      await server.close();
      await site.close();
    },
  };
}
