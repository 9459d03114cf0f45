import { writeDailyMessages } from '../src/capabilities/asking/actions/daily-messages.ts';
import { startMailServer } from '../tests/support/mail-server.ts';
import { askMany } from '../tests/support/many-asked.ts';
import { runTimed } from '../tests/support/run-timed.ts';
import { testSite } from '../tests/support/site.ts';
import type { Report } from './report.ts';

const PEOPLE = 1000;
const EACH = 5;

/** The daily run: a message for each of a thousand people who are asked five things, written and handed to a mail server. */
export async function measureAsking(report: Pick<Report, 'limit'>): Promise<void> {
  const server = await startMailServer();
  const site = await testSite({
    now: '2025-06-02T07:00:00Z', // a Monday
    settings: {
      COMMSGRID_SMTP_HOST: '127.0.0.1',
      COMMSGRID_SMTP_PORT: String(server.port),
      COMMSGRID_SMTP_SECURITY: 'none',
      COMMSGRID_MAIL_FROM: 'comms@ashmere.example',
    },
  });
  try {
    const organisation = await site.organisation('Borough of Ashmere');
    await askMany(site, organisation, { people: PEOPLE, each: EACH });
    site.clock.set('2025-06-02T09:00:00Z');
    const parts = { url: 'https://comms.ashmere.example', kinds: [] };
    const written = await millisecondsOf(async () => {
      while (await site.within(organisation, within => writeDailyMessages(within, site.clock.now(), parts)));
    });
    const sent = await millisecondsOf(() => runTimed(site));
    if (server.received.length !== PEOPLE) throw new Error(`${server.received.length} messages arrived.`);
    report.limit('A daily message for 1,000 people, 5 requests each, written', written, 5000, 'ms');
    report.limit('The same handed to a mail server', sent, 10_000, 'ms');
  } finally {
    await server.close();
    await site.close();
  }
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
