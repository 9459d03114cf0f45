import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import {
  type MailServer,
  type MailServerOptions,
  startMailServer,
} from '../../../tests/support/mail-server.ts';
import { attemptsOf, installationMessages, messagesOf } from '../../../tests/support/messages.ts';
import { letTimePass, runTimed } from '../../../tests/support/run-timed.ts';
import { type TestSite, testSite } from '../../../tests/support/site.ts';
import type { Message } from './message.ts';
import { putInInstallationOutbox, putInOutbox, putManyInOutbox } from './outbox.ts';

const BEGIN = '2025-04-08T09:00:00Z';

const message = (given: Partial<Message> = {}): Message => ({
  kind: 'mail-test',
  to: { name: 'Olwen Fenn', address: 'olwen.fenn@ashmere.example' },
  subject: 'Three things need an answer',
  text: 'Good morning.\n\nThree things need an answer.',
  ...given,
});

describe('handing over what waits', () => {
  let site: TestSite;
  let organisation: string;
  let server: MailServer | undefined;
  let port: number;

  /** The same port again, as after a time in which the server was down. */
  const serve = async (options: MailServerOptions = {}) => {
    server = await startMailServer({ port, ...options });
    ({ port } = server);
    return server;
  };
  const put = async (...messages: Message[]) => {
    const now = site.clock.now();
    return (await site.within(organisation, within => putManyInOutbox(within, messages, now))).messages;
  };
  const states = async () => (await messagesOf(site, organisation)).map(({ state }) => state);
  const problems = async (id: string) =>
    (await attemptsOf(site, organisation, id)).map(({ outcome, problem }) =>
      `${outcome} ${problem ?? ''}`.trim(),
    );

  before(async () => {
    ({ port } = await serve());
    site = await testSite({
      now: BEGIN,
      settings: {
        COMMSGRID_SMTP_HOST: '127.0.0.1',
        COMMSGRID_SMTP_PORT: String(port),
        COMMSGRID_SMTP_SECURITY: 'none',
        COMMSGRID_MAIL_FROM: 'comms@ashmere.example',
      },
    });
    await server?.close();
  });
  after(() => site.close());
  afterEach(() => server?.close());
  const fresh = async () => {
    organisation = await site.organisation('Borough of Ashmere');
    site.clock.set(BEGIN);
  };

  test('sends nothing that was erased before it left, and says what became of it', async () => {
    await fresh();
    const { received } = await serve();
    const [id] = await put(message());
    await site.within(organisation, ({ db }) =>
      db.updateTable('messages').set({ text: null, to_address: '(erased)' }).where('id', '=', id!).execute(),
    );
    await site.runJobs();
    await runTimed(site);
    assert.equal(received.length, 0);
    const [erased] = await messagesOf(site, organisation);
    assert.deepEqual([erased?.state, erased?.problem], ['given-up', 'erased']);
  });

  test('sends each message once, with one Message-ID, and writes down what the server said', async () => {
    await fresh();
    const { received } = await serve();
    const [id] = await put(message(), message({ to: { name: 'Perrin', address: 'perrin@ashmere.example' } }));
    await site.runJobs();
    await runTimed(site);
    assert.deepEqual(await states(), ['accepted', 'accepted']);
    assert.equal(received.length, 2);
    const [sent] = await messagesOf(site, organisation);
    assert.equal(sent?.message_header_id, `<${id}@ashmere.example>`);
    assert.match(received[0]?.text ?? '', new RegExp(`Message-ID: <${id}@ashmere.example>`));
    assert.match(received[0]?.text ?? '', /From: "?Borough of Ashmere"? <comms@ashmere.example>/);
    assert.match(sent?.answer ?? '', /^250/);
    const [attempt] = await attemptsOf(site, organisation, id!);
    assert.deepEqual(
      [attempt?.server, attempt?.envelope_from, attempt?.envelope_to],
      [`127.0.0.1:${port}`, 'comms@ashmere.example', 'olwen.fenn@ashmere.example'],
    );
  });

  test('tries again what is put off, with the same Message-ID, and not before its time', async () => {
    await fresh();
    let tries = 0;
    const seen: string[] = [];
    const { received } = await serve({
      judge: ({ text }) => {
        seen.push(/Message-ID: (\S+)/.exec(text)?.[1] ?? '');
        return ++tries < 3 ? { code: 451, words: '4.7.1 Come again later' } : 'take';
      },
    });
    const [id] = await put(message());
    await site.runJobs();
    await runTimed(site);
    assert.equal(tries, 1);
    await letTimePass(site, '2025-04-08T09:10:00Z', { minutes: 1 });
    assert.deepEqual(await states(), ['accepted']);
    assert.equal(received.length, 1);
    assert.equal(new Set(seen).size, 1);
    assert.deepEqual(await problems(id!), ['later put-off', 'later put-off', 'accepted']);
  });

  test('does not try again what was refused for good', async () => {
    await fresh();
    await serve({ recipient: () => ({ code: 550, words: '5.1.1 No such person here' }) });
    const [id] = await put(message());
    await site.runJobs();
    await letTimePass(site, '2025-04-08T12:00:00Z');
    assert.deepEqual(await states(), ['refused']);
    assert.deepEqual(await problems(id!), ['refused recipient']);
  });

  test('leaves alone what may have arrived: the line was cut before the answer', async () => {
    await fresh();
    const { received } = await serve({ judge: () => 'cut' });
    const [id] = await put(message());
    await site.runJobs();
    await letTimePass(site, '2025-04-11T09:00:00Z', { hours: 6 });
    assert.deepEqual(await states(), ['unknown']);
    assert.equal(received.length, 1);
    assert.deepEqual(await problems(id!), ['unknown no-answer']);
  });

  test('sends what waited when a server was down for a day, each once, soon after it is back', async () => {
    await fresh();
    const down = await put(...Array.from({ length: 20 }, (_, n) => message({ subject: `Number ${n}` })));
    await site.runJobs();
    await letTimePass(site, '2025-04-09T09:00:00Z', { hours: 2 });
    assert.deepEqual(new Set(await states()), new Set(['waiting']));
    const { received } = await serve();
    await letTimePass(site, '2025-04-09T09:15:00Z', { minutes: 5 });
    assert.deepEqual(new Set(await states()), new Set(['accepted']));
    assert.equal(received.length, down.length);
    assert.equal(new Set(received.map(({ text }) => /Message-ID: (\S+)/.exec(text)?.[1])).size, down.length);
  });

  test('gives up after two days, and at once what has less time', async () => {
    await fresh();
    const lasts = Temporal.Duration.from({ minutes: 15 });
    await put(message(), message({ lasts, to: { name: 'Sign-in', address: 'a@ashmere.example' } }));
    await site.runJobs();
    await letTimePass(site, '2025-04-08T09:16:00Z', { minutes: 16 });
    assert.deepEqual((await states()).sort(), ['given-up', 'waiting']);
    await letTimePass(site, '2025-04-10T08:59:00Z', { hours: 12 });
    assert.deepEqual((await states()).sort(), ['given-up', 'waiting']);
    await runTimed(site, '2025-04-10T09:00:00Z');
    assert.deepEqual(await states(), ['given-up', 'given-up']);
  });

  test('takes for lost what a worker began and never ended, and does not send it again', async () => {
    await fresh();
    const { received } = await serve();
    const [id] = await put(message());
    await site.within(organisation, ({ db }) =>
      db
        .updateTable('messages')
        .set({ state: 'handed-over', attempts: 1, begun_at: site.clock.now() })
        .execute(),
    );
    await runTimed(site, '2025-04-08T09:09:00Z');
    assert.deepEqual(await states(), ['handed-over']);
    await runTimed(site, '2025-04-08T09:11:00Z');
    assert.deepEqual(await states(), ['unknown']);
    assert.equal(received.length, 0);
    assert.ok(id);
  });

  test('hands over urgent messages first, and none before its time', async () => {
    await fresh();
    const { received } = await serve();
    await put(
      message({ subject: 'Later', notBefore: site.clock.now().add({ hours: 2 }) }),
      message({ subject: 'Usual' }),
      message({ subject: 'Urgent', urgent: true }),
    );
    await site.runJobs();
    assert.match(received[0]?.text ?? '', /Subject: Urgent/);
    assert.equal(received.length, 2);
    await runTimed(site, '2025-04-08T11:00:00Z');
    assert.equal(received.length, 3);
  });

  test('keeps no more of a link than is needed once the message arrived', async () => {
    await fresh();
    const { received } = await serve();
    const link = 'https://ashmere.example/answer/abcdef';
    await put(message({ text: `Answer here:\n${link}`, secrets: [link] }));
    await site.runJobs();
    assert.match(received[0]?.text ?? '', /abcdef/);
    const [kept] = await messagesOf(site, organisation);
    assert.doesNotMatch(kept?.text ?? '', /abcdef/);
    assert.deepEqual(kept?.secrets, []);
  });

  test('sends what belongs to no organisation by the installation’s own server', async () => {
    await fresh();
    const { received } = await serve();
    const now = site.clock.now();
    await site.database.beforeOrganisation(db =>
      putInInstallationOutbox(db, message({ kind: 'new-password', subject: 'A new password' }), now),
    );
    await site.runJobs();
    assert.match(received[0]?.text ?? '', /Subject: A new password/);
    assert.equal((await installationMessages(site))[0]?.state, 'accepted');
  });

  test('hands many over on a few lines at once, each once', async () => {
    await fresh();
    const { received, connections } = await serve();
    await put(...Array.from({ length: 100 }, (_, n) => message({ once: `bulk ${n}` })));
    await site.runJobs();
    assert.equal(new Set(received.map(({ text }) => /Message-ID: (\S+)/.exec(text)?.[1])).size, 100);
    assert.equal(received.length, 100);
    assert.ok(connections() <= 5, `${connections()} lines`);
  });

  test('lets everything wait where no server is named', async () => {
    const unset = await testSite({ now: BEGIN });
    try {
      const theirs = await unset.organisation('Wolds Fire and Rescue');
      await unset.within(theirs, within => putInOutbox(within, message(), unset.clock.now()));
      await letTimePass(unset, '2025-04-12T09:00:00Z', { hours: 24 });
      assert.equal((await messagesOf(unset, theirs))[0]?.state, 'waiting');
    } finally {
      await unset.close();
    }
  });
});
