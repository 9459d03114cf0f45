import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sealing } from './sealed.ts';

const ours = sealing('the signing secret', 'sign-on');

test('a sealed secret is read again by the installation that sealed it', () => {
  for (const secret of ['', 'kestrel thimble varnish', 'ŵ — 漢字']) {
    const sealed = ours.seal(secret, 'ashmere');
    assert.equal(ours.unseal(sealed, 'ashmere'), secret);
    if (secret) assert.equal(sealed.includes(secret), false);
  }
});

test('the same secret is sealed differently each time', () => {
  assert.notDeepEqual(ours.seal('kestrel', 'ashmere'), ours.seal('kestrel', 'ashmere'));
});

test('another installation, another use, another row and an altered byte open nothing', () => {
  const sealed = ours.seal('kestrel', 'ashmere');
  assert.equal(sealing('another secret', 'sign-on').unseal(sealed, 'ashmere'), undefined);
  assert.equal(sealing('the signing secret', 'mail').unseal(sealed, 'ashmere'), undefined);
  assert.equal(ours.unseal(sealed, 'elsewhere'), undefined);
  for (const at of [0, 5, 20, sealed.length - 1]) {
    const altered = Buffer.from(sealed);
    altered[at]! ^= 1;
    assert.equal(ours.unseal(altered, 'ashmere'), undefined);
  }
  assert.equal(ours.unseal(Buffer.alloc(0), 'ashmere'), undefined);
});
