import assert from 'node:assert/strict';
import net, { type AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import tls from 'node:tls';
import { selfSignedCertificate } from '../../../../tests/support/certificate.ts';
import {
  type MailServer,
  type MailServerOptions,
  startMailServer,
} from '../../../../tests/support/mail-server.ts';
import { asAddress } from '../address.ts';
import type { MailServer as Server } from '../way.ts';
import { WAITING } from './connect.ts';
import { smtpTransport } from './smtp.ts';
import type { Composed, Outcome } from './transport.ts';

const message: Composed = {
  bytes: Buffer.from('Subject: One\r\n\r\nWords.\r\n..\r\n.\r\nMore.\r\n'),
  from: 'comms@ashmere.example',
  to: 'olwen.fenn@ashmere.example',
  id: '0190',
};
const SHORT = { ...WAITING, connectionTimeout: 800, greetingTimeout: 300, socketTimeout: 400 };

const handTo = async (server: Partial<Server> & { port: number }, given = message): Promise<Outcome> => {
  const full = { host: '127.0.0.1', security: 'none' as const, ...server };
  const transport = smtpTransport(full, 'ashmere.example', SHORT);
  const outcome = await transport.hand(given);
  transport.close();
  return outcome;
};

const open: MailServer[] = [];
const server = async (options: MailServerOptions = {}) => {
  const made = await startMailServer(options);
  open.push(made);
  return made;
};

describe('handing a message to a mail server', () => {
  const { key, cert } = selfSignedCertificate();
  const known = tls.getCACertificates('default');
  before(() => tls.setDefaultCACertificates([...known, cert]));
  after(async () => {
    tls.setDefaultCACertificates(known);
    await Promise.all(open.map(one => one.close()));
  });
  const told = (outcome: Outcome) => [outcome.outcome, outcome.problem];

  test('is accepted when the server says so, byte for byte', async () => {
    const { port, received } = await server();
    assert.equal((await handTo({ port })).outcome, 'accepted');
    assert.equal(received[0]?.text, message.bytes.toString());
    assert.deepEqual([received[0]?.from, received[0]?.to], [message.from, [message.to]]);
  });

  test('goes by TLS from the first byte, or begun in the conversation, with a login', async () => {
    const logins: string[] = [];
    const options: MailServerOptions = {
      ...{ key, cert },
      onAuth: ({ username, password }, _session, done) => {
        logins.push(`${username} ${password}`);
        done(null, { user: username });
      },
    };
    const login = { user: 'commsgrid', password: 'kestrel "thimble" ü' };
    const [whole, begun] = [await server({ ...options, secure: true }), await server(options)];
    const at = { host: 'localhost', login };
    assert.equal((await handTo({ ...at, port: whole.port, security: 'tls' })).outcome, 'accepted');
    assert.equal((await handTo({ ...at, port: begun.port, security: 'starttls' })).outcome, 'accepted');
    assert.deepEqual(logins, Array(2).fill('commsgrid kestrel "thimble" ü'));
  });

  test('says of a server that cannot be spoken to which of the reasons it is', async () => {
    const { port } = await server();
    assert.deepEqual(told(await handTo({ port: await freePort() })), ['unreachable', 'no-connection']);
    assert.deepEqual(told(await handTo({ port, host: 'mail.invalid' })), ['unreachable', 'host-unknown']);
    assert.deepEqual(told(await handTo({ port, security: 'starttls' })), ['unreachable', 'no-tls']);
    assert.deepEqual(told(await handTo({ port, security: 'tls' })), ['unreachable', 'other-tls']);
    const stranger = selfSignedCertificate();
    const strange = await server({ ...stranger, secure: true });
    assert.deepEqual(told(await handTo({ port: strange.port, security: 'tls', host: 'localhost' })), [
      'unreachable',
      'certificate',
    ]);
    const silent = await listening();
    assert.deepEqual(told(await handTo({ port: portOf(silent) })), ['unreachable', 'timeout']);
    silent.close();
  });

  test('says that a login was refused, or is asked for', async () => {
    const { port } = await server({ onAuth: (_auth, _session, done) => done(new Error('Wrong password')) });
    const login = { user: 'commsgrid', password: 'wrong' };
    const refused = await handTo({ port, login });
    assert.deepEqual(told(refused), ['unreachable', 'login']);
    assert.match(refused.answer, /535/);
    assert.deepEqual(told(await handTo({ port })), ['unreachable', 'login-needed']);
  });

  test('tells what is put off from what is refused for good', async () => {
    const says = (code: number) => ({ code, words: 'said the server' });
    const off = await server({ recipient: () => says(450) });
    assert.deepEqual(told(await handTo({ port: off.port })), ['later', 'put-off']);
    const nobody = await server({ recipient: () => says(550) });
    assert.deepEqual(told(await handTo({ port: nobody.port })), ['refused', 'recipient']);
    const full = await server({ judge: () => says(452) });
    assert.deepEqual(told(await handTo({ port: full.port })), ['later', 'put-off']);
    const no = await server({ judge: () => says(554) });
    assert.deepEqual(told(await handTo({ port: no.port })), ['refused', 'message']);
    const stranger = await server({ sender: () => says(553) });
    assert.deepEqual(told(await handTo({ port: stranger.port })), ['unreachable', 'sender']);
    const small = await server({ size: 10 });
    assert.deepEqual(told(await handTo({ port: small.port })), ['refused', 'too-large']);
  });

  test('does not guess where the line broke, or fell silent, before an answer to the whole message', async () => {
    const cut = await server({ judge: () => 'cut' });
    assert.deepEqual(told(await handTo({ port: cut.port })), ['unknown', 'no-answer']);
    assert.equal(cut.received.length, 1);
    const silent = await server({ judge: () => new Promise(() => undefined) });
    assert.deepEqual(told(await handTo({ port: silent.port })), ['unknown', 'no-answer']);
  });

  test('sends to domains of every language, and says whom a server cannot take that knows only English letters', async () => {
    const given = { ...message, to: asAddress('siân@bücher.example')! };
    const able = await server();
    assert.equal((await handTo({ port: able.port }, given)).outcome, 'accepted');
    assert.deepEqual(able.received[0]?.to, ['siân@bücher.example']);
    const english = (address: string) =>
      /^[ -~]+@/.test(address) ? undefined : { code: 553, words: 'Not understood' };
    const old = await server({ hideSMTPUTF8: true, recipient: english });
    assert.deepEqual(told(await handTo({ port: old.port }, given)), ['refused', 'recipient']);
    const plain = { ...message, to: asAddress('sian@bücher.example')! };
    assert.equal(plain.to, 'sian@xn--bcher-kva.example');
    assert.equal((await handTo({ port: old.port }, plain)).outcome, 'accepted');
  });

  test('waits for a server that is slow, for as long as it says something', async () => {
    const slow = await server({
      judge: () => new Promise(taken => setTimeout(() => taken('take'), 300)),
    });
    assert.equal((await handTo({ port: slow.port })).outcome, 'accepted');
  });

  test('a recipient who is put off and then refused is refused for good', async () => {
    const answers = [
      { code: 450, words: 'Later' },
      { code: 550, words: 'Unknown' },
    ];
    const mine = await server({ recipient: () => answers.shift() });
    const transport = smtpTransport({ host: '127.0.0.1', port: mine.port, security: 'none' }, 'a.example');
    assert.deepEqual(told(await transport.hand(message)), ['later', 'put-off']);
    assert.deepEqual(told(await transport.hand(message)), ['refused', 'recipient']);
    transport.close();
  });

  test('keeps its line for many messages, and begins another where the server ended it between two', async () => {
    const mine = await server();
    const transport = smtpTransport({ host: '127.0.0.1', port: mine.port, security: 'none' }, 'a.example');
    for (let n = 0; n < 5; n++) assert.equal((await transport.hand(message)).outcome, 'accepted');
    assert.equal(mine.connections(), 1);
    await mine.close();
    open.splice(open.indexOf(mine), 1);
    const again = await server({ port: mine.port });
    assert.equal((await transport.hand(message)).outcome, 'accepted');
    assert.equal(again.received.length, 1);
    transport.close();
  });

  test('goes on over the same line after one that was refused', async () => {
    const mine = await server({
      recipient: address => (address.startsWith('nobody') ? { code: 550, words: 'Unknown' } : undefined),
    });
    const transport = smtpTransport({ host: '127.0.0.1', port: mine.port, security: 'none' }, 'a.example');
    const outcomes = [];
    for (const to of ['nobody@ashmere.example', message.to, 'nobody@ashmere.example', message.to])
      outcomes.push((await transport.hand({ ...message, to })).outcome);
    assert.deepEqual(outcomes, ['refused', 'accepted', 'refused', 'accepted']);
    assert.equal(mine.connections(), 1);
    transport.close();
  });
});

const portOf = (server: net.Server): number => (server.address() as AddressInfo).port;

/** A port that says nothing to whoever connects. */
async function listening(): Promise<net.Server> {
  const server = net.createServer(socket => socket.unref());
  await new Promise<void>(begun => server.listen(0, '127.0.0.1', begun));
  return server;
}

async function freePort(): Promise<number> {
  const taken = await listening();
  const port = portOf(taken);
  await new Promise(closed => taken.close(closed));
  return port;
}
