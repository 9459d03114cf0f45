import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cuttingProxy } from '../../../../tests/support/cutting-proxy.ts';
import { dovecot, type ImapServer, imapServer, PASSWORD } from '../../../../tests/support/imap-server.ts';
import { lookInto, type MailboxAccess, MailboxUnreachable, type Place } from './mailbox.ts';

const program = dovecot();
const skip = !program && 'This machine has no Dovecot (Debian: apt-get install dovecot-imapd).';
const server = program ? await imapServer(program) : ({ stop: () => undefined } as unknown as ImapServer);
after(() => server.stop());

const since = Temporal.PlainDate.from('2020-01-01');
const access = (user: string, changed: Partial<MailboxAccess> = {}): MailboxAccess => ({
  ...{ host: '127.0.0.1', port: server.port, security: 'none', user, password: PASSWORD, folder: 'INBOX' },
  ...changed,
});
const message = (subject: string, body = 'Hello') =>
  `From: jo@ashmere.example\r\nSubject: ${subject}\r\n\r\n${body}\r\n`;
const placeOf = (looked: { identity: number; found: { uid: number }[] }): Place => ({
  identity: looked.identity,
  last: looked.found.at(-1)?.uid ?? 0,
});
const subjects = ({ found }: { found: { raw: Buffer }[] }) =>
  found.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw.toString())?.[1]);

test('what came since is taken once, oldest first, and nothing in the mailbox is changed', {
  skip,
}, async () => {
  const of = access('press');
  const empty = await lookInto(of, { since });
  assert.deepEqual([empty.found, empty.more], [[], false]);
  server.deliver('press', message('First'));
  server.deliver('press', message('Second'));
  const first = await lookInto(of, { since });
  assert.deepEqual(subjects(first), ['First', 'Second']);
  assert.deepEqual(subjects(await lookInto(of, { since })), ['First', 'Second']);
  const place = placeOf(first);
  assert.deepEqual((await lookInto(of, { place, since })).found, []);
  server.deliver('press', message('Third'));
  assert.deepEqual(subjects(await lookInto(of, { place, since })), ['Third']);
});

test('fifty at a look, and of a long message what comes first', { skip }, async () => {
  const of = access('desk');
  for (let number = 1; number <= 60; number++) server.deliver('desk', message(`Number ${number}`));
  const first = await lookInto(of, { since });
  assert.deepEqual([first.found.length, first.more, subjects(first)[0]], [50, true, 'Number 1']);
  const second = await lookInto(of, { place: placeOf(first), since });
  assert.deepEqual([second.found.length, second.more, subjects(second).at(-1)], [10, false, 'Number 60']);
  server.deliver('desk', message('Long', 'x'.repeat(78).concat('\r\n').repeat(40_000)));
  const [long] = (await lookInto(of, { place: placeOf(second), since })).found;
  assert.deepEqual([long!.cut, long!.raw.length], [true, 1024 * 1024]);
});

test('after a mailbox was made anew, its numbers mean nothing of before', { skip }, async () => {
  const of = access('clerk');
  server.deliver('clerk', message('Old'));
  server.deliver('clerk', message('Older still'));
  const place = placeOf(await lookInto(of, { since }));
  await server.makeAnew('clerk');
  server.deliver('clerk', message('New'));
  const looked = await lookInto(of, { place, since });
  assert.notEqual(looked.identity, place.identity);
  assert.deepEqual(subjects(looked), ['New']);
});

test('what keeps us from a mailbox is told apart', { skip }, async () => {
  const trouble = async (changed: Partial<MailboxAccess>) => {
    const fault = await lookInto(access('press', changed), { since }).catch((thrown: unknown) => thrown);
    assert.ok(fault instanceof MailboxUnreachable, String(fault));
    return fault.trouble;
  };
  assert.equal(await trouble({ password: 'wrong' }), 'refused-login');
  assert.equal(await trouble({ folder: 'Nowhere' }), 'no-folder');
  assert.equal(await trouble({ port: 1 }), 'not-found');
  assert.equal(await trouble({ host: 'nowhere.invalid' }), 'not-found');
  assert.equal(await trouble({ security: 'starttls' }), 'no-tls');
  assert.equal(await trouble({ security: 'tls' }), 'no-tls');
});

test('a server that disappears or falls silent in the middle of a message leaves nothing half taken', {
  skip,
}, async () => {
  const proxy = await cuttingProxy(server.port);
  after(proxy.close);
  const of = access('proxied', { port: proxy.port });
  server.deliver('proxied', message('First', 'x'.repeat(70).concat('\r\n').repeat(5_000)));
  const trouble = async () => {
    const fault = await lookInto(of, { since, wait: 400 }).catch((thrown: unknown) => thrown);
    assert.ok(fault instanceof MailboxUnreachable, String(fault));
    return fault.trouble;
  };
  proxy.after(100_000, 'cut');
  assert.equal(await trouble(), 'cut');
  proxy.after(100_000, 'silence');
  assert.equal(await trouble(), 'timeout');
  proxy.after(0, 'silence');
  assert.equal(await trouble(), 'timeout');
  proxy.after(Number.POSITIVE_INFINITY, 'cut');
  assert.deepEqual(subjects(await lookInto(of, { since })), ['First']);
});

test('a reply of thirty megabytes is taken as quickly as another, its beginning only', { skip }, async () => {
  const line = `${'x'.repeat(74)}\r\n`;
  server.deliver('large', message('Large', line.repeat(400_000)));
  server.deliver('large', message('After'));
  const began = performance.now();
  const looked = await lookInto(access('large'), { since });
  assert.deepEqual(
    looked.found.map(({ cut, raw }) => [cut, raw.length <= 1024 * 1024]),
    [
      [true, true],
      [false, true],
    ],
  );
  assert.ok(performance.now() - began < 5_000);
});
