import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soughtOf, type Whom } from './whom.ts';

const jo: Whom = { kind: 'person', id: '1', name: 'Jo Marsh', addresses: ['jo@ashmere.example'], detail: '' };
const chair: Whom = {
  kind: 'holder',
  id: '2',
  name: 'Jo Marsh',
  addresses: ['clerk@ashmere.example'],
  detail: '',
};
const sought = (picked: Whom[], typed: string, others: string[] = []) =>
  soughtOf(picked, { typed, others: new Set(others) });

test('what was picked is sought by its number, its name and every address, what was typed among them', () => {
  assert.deepEqual(sought([jo, chair], ' Jo.Marsh@elsewhere.example ').sought, {
    people: ['1'],
    accounts: [],
    holders: ['2'],
    addresses: ['jo@ashmere.example', 'clerk@ashmere.example', 'jo.marsh@elsewhere.example'],
    names: ['jo marsh'],
  });
});

test('a name or an address that somebody else has too is left to a person', () => {
  const { sought: by, shared } = sought([chair], '', ['jo marsh', 'clerk@ashmere.example']);
  assert.deepEqual(by, { people: [], accounts: [], holders: ['2'], addresses: [], names: [] });
  assert.deepEqual(shared, ['jo marsh', 'clerk@ashmere.example']);
});

test('a name that was typed is no address', () => {
  assert.deepEqual(sought([], 'Jo Marsh').sought.addresses, []);
});
