import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { oidcPeer } from '../../../../tests/support/oidc-peer.ts';
import { openProvider } from './provider.ts';

const NOW = Temporal.Now.instant();
const peer = await oidcPeer('http://localhost:3000');
const closing: (() => void)[] = [];
after(async () => {
  for (const close of closing) close();
  await peer.close();
});

/** A server that answers as the test says. @returns its address */
async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('what a provider publishes is kept for ten minutes, and forgotten when it led to nothing', async () => {
  const provider = openProvider();
  const asked = async (minutes: number) => {
    peer.asked.length = 0;
    await provider.discover(peer, NOW.add({ minutes }));
    return peer.asked.length;
  };
  assert.deepEqual([await asked(0), await asked(9), await asked(11), await asked(12)], [1, 0, 1, 0]);
  provider.forget(peer);
  assert.equal(await asked(12), 1);
});

test('nobody waits for a slow provider longer than its time', async () => {
  const slow = await answering(() => undefined);
  const began = performance.now();
  assert.deepEqual(await openProvider(0.1).discover({ issuer: slow }, NOW), { refused: 'slow' });
  assert.ok(performance.now() - began < 1_500);
});

test('the same where it publishes at once and gives out no token', async () => {
  const provider = openProvider(0.5);
  const found = await provider.discover(peer, NOW);
  assert.ok('published' in found);
  const token_endpoint = await answering(() => undefined);
  const begun = { state: 's', nonce: 'n', verifier: 'v'.repeat(43) };
  const answer = new URL(`http://localhost:3000/sign-on/a/callback?code=c&state=s&iss=${peer.issuer}`);
  const asked = { ...peer, groupClaim: '', groups: [] };
  const redeemed = await provider.redeem(
    { ...found.published, token_endpoint },
    asked,
    { begun, answer },
    NOW,
  );
  assert.deepEqual(redeemed, { refused: 'slow' });
});

test('nobody is led on to another address', async () => {
  let followed = false;
  const elsewhere = await answering((_, response) => {
    followed = true;
    response.end();
  });
  const leading = await answering((_, response) => response.writeHead(302, { location: elsewhere }).end());
  assert.deepEqual(await openProvider().discover({ issuer: leading }, NOW), { refused: 'no-discovery' });
  assert.equal(followed, false);
});

test('no more is read than a provider has to say', async () => {
  let sent = 0;
  const chatty = await answering((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      if (response.destroyed || sent > 50_000_000) return;
      sent += 65_536;
      response.write(' '.repeat(65_536), more);
    };
    more();
  });
  assert.deepEqual(await openProvider().discover({ issuer: chatty }, NOW), { refused: 'no-discovery' });
  assert.ok(sent < 20_000_000, `${sent} bytes`);
});

test('what is no provider is told as that', async () => {
  const cases: [string, string][] = [
    ['<!doctype html>', 'text/html'],
    ['not json', 'application/json'],
    ['{}', 'application/json'],
    ['{"issuer": 7}', 'application/json'],
  ];
  for (const [words, type] of cases) {
    const issuer = await answering((_, response) =>
      response.writeHead(200, { 'content-type': type }).end(words),
    );
    assert.deepEqual(await openProvider().discover({ issuer }, NOW), { refused: 'no-discovery' }, words);
  }
});
