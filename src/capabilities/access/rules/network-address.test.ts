import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkAddress } from './network-address.ts';

const ADDRESSES: [string, string | null][] = [
  ['10.1.0.4', '10.1.0.4'],
  ['::ffff:10.1.0.4', '10.1.0.4'],
  ['2001:db8::7', '2001:db8::7'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::1', '::1'],
  ['999.1.1.1', null],
  ['unknown', null],
  ['1:2:3', null],
  ["1'; drop table sessions --", null],
  ['', null],
];

for (const [given, kept] of ADDRESSES)
  test(`${given || 'nothing'} is kept as ${kept}`, () => assert.equal(networkAddress(given), kept));
