import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dovecot, imapServer, PASSWORD } from '../../../../tests/support/imap-server.ts';
import { testSite } from '../../../../tests/support/site.ts';
import type { Within } from '../../database/database.ts';
import { sealing } from '../../secrets/sealed.ts';
import { putInOutbox } from '../outbox.ts';
import { collectMail } from './collect.ts';
import { listCameIn } from './queries.ts';
import { mailboxSettings, SEALED_FOR, saveMailbox } from './settings.ts';

const program = dovecot();
const skip = !program && 'This machine has no Dovecot (Debian: apt-get install dovecot-imapd).';
const site = await testSite();
after(site.close);
const server = program ? await imapServer(program) : undefined;
after(() => server?.stop());

const seal = sealing('a secret of this test', SEALED_FOR);
const context = (organisation: string) => ({
  organisation,
  clock: site.clock,
  stopping: new AbortController().signal,
  within: <T>(work: (within: Within) => Promise<T>) => site.within(organisation, work),
});

/** An organisation with a mailbox, and one message of its own to Jo Marsh. */
async function withMailbox(name: string, user: string, password = PASSWORD) {
  const organisation = await site.organisation(name);
  const sent = await site.within(organisation, async within => {
    const values = {
      host: '127.0.0.1',
      port: server!.port,
      security: 'none',
      user,
      password,
      folder: 'INBOX',
    } as const;
    const today = Temporal.PlainDate.from('2020-01-01');
    assert.ok(await saveMailbox(within, { values, version: 0, seal }, { now: site.clock.now(), today }));
    const to = { name: 'Jo Marsh', address: 'Jo.Marsh@ashmere.example' };
    const { message } = await putInOutbox(
      within,
      { kind: 'test', to, subject: 'What we ask', text: 'Is it done?' },
      site.clock.now(),
    );
    const named = { message_header_id: `<${message}@${user}.example>` };
    await within.db.updateTable('messages').set(named).where('id', '=', message).execute();
    return { id: message, headerId: `${message}@${user}.example` };
  });
  const came = () =>
    site.within(organisation, within => listCameIn(within, { looked: false }, { after: 0, most: 100 }));
  return { organisation, sent, came, collect: () => collectMail(context(organisation), seal) };
}

const reply = (headers: string[], body = 'Done on Friday.') =>
  ['From: Jo Marsh <jo.marsh@ashmere.example>', 'Subject: Re: What we ask', ...headers, '', body, ''].join(
    '\r\n',
  );

test('what answers a message is matched to it once, however often it is collected and delivered', {
  skip,
}, async () => {
  const { sent, came, collect, organisation } = await withMailbox('Ashmere Borough Council', 'ashmere');
  const raw = reply([`In-Reply-To: <${sent.headerId}>`, 'Message-ID: <r1@mail.example>']);
  server!.deliver('ashmere', raw);
  server!.deliver('ashmere', raw);
  await collect();
  await collect();
  const { messages, total } = await came();
  assert.equal(total, 1);
  const [one] = messages;
  assert.equal(one!.kind, 'reply');
  assert.deepEqual([one!.answers?.id, one!.answers?.by], [sent.id, 'message-id']);
  const settings = await site.within(organisation, mailboxSettings);
  assert.deepEqual(
    [settings?.place?.last, settings?.trouble, settings?.lookedAt],
    [2, undefined, site.clock.now()],
  );
});

test('one that names no message of ours is guessed at by its address, and a stranger’s is not', {
  skip,
}, async () => {
  const { sent, came, collect } = await withMailbox('Borough of Fernholt', 'fernholt');
  server!.deliver(
    'fernholt',
    reply(['In-Reply-To: <lost@elsewhere.example>', 'Message-ID: <r2@mail.example>']),
    site.clock.now(),
  );
  server!.deliver(
    'fernholt',
    reply(['Message-ID: <r3@mail.example>']).replace('jo.marsh', 'stranger'),
    site.clock.now(),
  );
  await collect();
  const matched = (await came()).messages.map(({ kind, answers }) => [kind, answers?.id, answers?.by]);
  assert.deepEqual(
    matched.sort(),
    [
      ['other', undefined, undefined],
      ['reply', sent.id, 'address'],
    ].sort(),
  );
});

test('a report about delivery is matched to the message that it brings back, of whatever organisation it is', {
  skip,
}, async () => {
  const mine = await withMailbox('Harrow Vale Council', 'vale');
  const theirs = await withMailbox('Ostrey Parish Council', 'ostrey');
  const report = (id: string) =>
    `From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered\r\nContent-Type: multipart/report; boundary=B\r\n\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; nobody@mx.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--B\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${id}>\r\n\r\n--B--\r\n`;
  server!.deliver('vale', report(mine.sent.headerId));
  server!.deliver('vale', report(theirs.sent.headerId));
  const bare = (id: string) =>
    report('x@mx.example')
      .replace('Reporting-MTA: dns; mx', `Reporting-MTA: dns; mx\r\nOriginal-Envelope-Id: ${id}`)
      .replace(/--B\r\nContent-Type: text\/rfc822-headers.*(?=--B--)/s, '');
  for (const { sent } of [mine, theirs]) server!.deliver('vale', bare(sent.id));
  await mine.collect();
  const { messages } = await mine.came();
  assert.deepEqual(
    messages.map(({ kind }) => kind),
    ['bounce', 'bounce', 'bounce', 'bounce'],
  );
  assert.deepEqual(
    messages.map(({ answers }) => answers?.id).sort(),
    [mine.sent.id, mine.sent.id, undefined, undefined],
    'another organisation’s message is nobody’s here',
  );
  const state = await site.within(mine.organisation, ({ db }) =>
    db.selectFrom('messages').select('state').where('id', '=', mine.sent.id).executeTakeFirstOrThrow(),
  );
  assert.notEqual(state.state, 'refused', 'nothing is done on a message’s word alone');
});

test('what keeps us from a mailbox is noted since when, and gone once it is read again', {
  skip,
}, async () => {
  const { organisation, collect } = await withMailbox('Tarn Fire Authority', 'tarn', 'wrong');
  await collect();
  const before = site.clock.now();
  const trouble = async () => (await site.within(organisation, mailboxSettings))?.trouble;
  assert.deepEqual(
    { ...(await trouble()), answer: '' },
    { what: 'refused-login', answer: '', since: before },
  );
  site.clock.set(before.add({ hours: 1 }));
  await collect();
  assert.equal((await trouble())?.since.toString(), before.toString());
  await site.within(organisation, async within => {
    const values = {
      host: '127.0.0.1',
      port: server!.port,
      security: 'none',
      user: 'tarn',
      password: PASSWORD,
      folder: 'INBOX',
    } as const;
    assert.ok(
      await saveMailbox(
        within,
        { values, version: 1, seal },
        { now: site.clock.now(), today: Temporal.PlainDate.from('2020-01-01') },
      ),
    );
  });
  await collect();
  assert.equal(await trouble(), undefined);
});
