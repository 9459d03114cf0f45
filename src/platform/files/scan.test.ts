import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { BAD, clamdPeer } from '../../../tests/support/clamd-peer.ts';
import { scan } from './scan.ts';

const scanner = await clamdPeer();
after(scanner.close);
const clamd = scanner.address;

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
  const full = await clamdPeer(() => 'INSTREAM size limit exceeded. ERROR\0');
  after(full.close);
  assert.deepEqual(await scan(Buffer.from('x'), full.address), {
    unreachable: 'INSTREAM size limit exceeded. ERROR',
  });
});
