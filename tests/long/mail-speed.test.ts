import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putManyInOutbox } from '../../src/platform/mail/outbox.ts';
import { startMailServer } from '../support/mail-server.ts';
import { testSite } from '../support/site.ts';

/** In milliseconds, for a thousand messages. */
const QUEUED_WITHIN = 5_000;
const SENT_WITHIN = 10_000;

test('a thousand messages are put into the outbox in five seconds, and with a server in ten more', async () => {
  const server = await startMailServer();
  const settings = {
    COMMSGRID_SMTP_HOST: '127.0.0.1',
    COMMSGRID_SMTP_PORT: String(server.port),
    COMMSGRID_SMTP_SECURITY: 'none',
    COMMSGRID_MAIL_FROM: 'comms@ashmere.example',
  };
  const site = await testSite({ settings });
  try {
    const organisation = await site.organisation('Borough of Ashmere');
    const messages = Array.from({ length: 1_000 }, (_, n) => ({
      kind: 'mail-test',
      to: { name: `Person ${n}`, address: `person.${n}@ashmere.example` },
      subject: 'What needs an answer',
      text: 'One thing needs an answer.',
    }));
    const begun = performance.now();
    await site.within(organisation, within => putManyInOutbox(within, messages, site.clock.now()));
    const queued = performance.now() - begun;
    await site.runJobs();
    const sent = performance.now() - begun - queued;
    assert.equal(server.received.length, 1_000);
    assert.ok(queued < QUEUED_WITHIN && sent < SENT_WITHIN, `${queued} ms, ${sent} ms`);
  } finally {
    await server.close();
    await site.close();
  }
});
