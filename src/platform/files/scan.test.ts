import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { scan } from './scan.ts';

const BAD = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** Speaks as clamd does: takes the command and the pieces, and answers when the empty piece has come. */
function peer(answerOf: (content: Buffer) => string) {
  const server = createServer(socket => {
    let seen = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', data => {
      seen = Buffer.concat([seen, data]);
      const content = whole(seen);
      if (content) socket.end(answerOf(content));
    });
  });
  server.listen(0, '127.0.0.1');
  after(() => server.close());
  return once(server, 'listening').then(() => `127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const COMMAND = 'zINSTREAM\0';
function whole(seen: Buffer): Buffer | undefined {
  assert.equal(seen.subarray(0, COMMAND.length).toString(), COMMAND.slice(0, seen.length));
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= seen.length; ) {
    const length = seen.readUInt32BE(at);
    if (!length) return Buffer.concat(pieces);
    pieces.push(seen.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const clamd = await peer(content =>
  content.includes(BAD)
    ? 'stream: Eicar-Test-Signature FOUND\0'
    : `stream: ${content.length > 9e6 ? 'no' : 'OK'}\0`,
);

test('a clean file is clean, of several pieces too', async () => {
  assert.deepEqual(await scan(Buffer.from('minutes'), clamd), { clean: true });
  assert.deepEqual(await scan(Buffer.alloc(300_000, 7), clamd), { clean: true });
  assert.deepEqual(await scan(Buffer.alloc(0), clamd), { clean: true });
});

test('what is found is named', async () => {
  const content = Buffer.concat([Buffer.alloc(100_000), Buffer.from(BAD)]);
  assert.deepEqual(await scan(content, clamd), { found: 'Eicar-Test-Signature' });
});

test('without a scanner nothing is scanned', async () => {
  assert.deepEqual(await scan(Buffer.from(BAD), undefined), { clean: true });
});

test('a scanner that is away, hangs up or refuses has looked at nothing', async () => {
  const closing = createServer((socket: Socket) => socket.destroy());
  closing.listen(0, '127.0.0.1');
  await once(closing, 'listening');
  const address = `127.0.0.1:${(closing.address() as AddressInfo).port}`;
  assert.ok('unreachable' in (await scan(Buffer.from('x'), address)));
  closing.close();
  assert.ok('unreachable' in (await scan(Buffer.from('x'), address)));
  assert.ok('unreachable' in (await scan(Buffer.from('x'), '/nowhere/clamd.sock')));
  const full = await peer(() => 'INSTREAM size limit exceeded. ERROR\0');
  assert.deepEqual(await scan(Buffer.from('x'), full), {
    unreachable: 'INSTREAM size limit exceeded. ERROR',
  });
});
