import assert from 'node:assert/strict';
import { test } from 'node:test';
import { licenceFaults } from './dependency-licences.ts';

const faults = (licence: string, development = false) =>
  licenceFaults([{ path: 'node_modules/sample', licence, development }]);

test('free licences are free, alone, as an alternative or together', () => {
  for (const licence of ['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', '(MIT OR CC0-1.0)'])
    assert.deepEqual(faults(licence), [], licence);
});

test('others are found, and what is not named at all', () => {
  for (const licence of [
    'GPL-3.0-only',
    'MIT AND GPL-3.0-only',
    'none given',
    'SEE LICENSE IN FILE',
    'UNLICENSED',
  ])
    assert.match(faults(licence)[0]!, /not on the list for the product/, licence);
});

test('what must be given on when changed is for development alone', () => {
  assert.deepEqual(faults('MPL-2.0', true), []);
  assert.equal(faults('MPL-2.0').length, 1);
});

test('what says nothing is let pass by name, and for development alone', () => {
  const silent = { path: 'node_modules/buffers', licence: 'none given' };
  assert.deepEqual(licenceFaults([{ ...silent, development: true }]), []);
  assert.equal(licenceFaults([{ ...silent, development: false }]).length, 1);
});
