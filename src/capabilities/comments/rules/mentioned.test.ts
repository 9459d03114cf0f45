import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentioned } from './mentioned.ts';

const MEMBERS = [
  { id: '1', name: 'Ada Marsh', email: 'ada@ashmere.example' },
  { id: '2', name: 'Ada Marshall', email: 'a.marshall@ashmere.example' },
  { id: '3', name: 'Siân O’Neill-Price', email: 'sian@ashmere.example' },
  { id: '4', name: 'Lee', email: 'lee@ashmere.example' },
  { id: '5', name: 'Lee', email: 'lee.other@ashmere.example' },
];

const CASES: { what: string; body: string; ids: string[]; unknown?: string[] }[] = [
  { what: 'a whole name', body: 'Can @Ada Marsh look?', ids: ['1'] },
  { what: 'the longer of two names', body: '@Ada Marshall, please', ids: ['2'] },
  { what: 'in any capitals, over a line end', body: 'ask @ada\nmarsh', ids: ['1'] },
  { what: 'a name with accents and a hyphen', body: '@siân o’neill-price: yes', ids: ['3'] },
  { what: 'an address behind an @', body: 'ask @ada@ashmere.example.', ids: ['1'] },
  { what: 'both of two with one name', body: '@Lee', ids: ['4', '5'] },
  { what: 'several, each once', body: '@Ada Marsh and @Ada Marshall and @Ada Marsh', ids: ['1', '2'] },
  { what: 'an address in the text names nobody', body: 'write to ada@ashmere.example', ids: [] },
  {
    what: 'a name that nobody has is told',
    body: 'ask @Bea. And @Adam Marsh',
    ids: [],
    unknown: ['Bea', 'Adam'],
  },
  { what: 'an @ alone', body: 'at 5 @ the library', ids: [] },
];

for (const { what, body, ids, unknown = [] } of CASES)
  test(what, () => {
    const found = mentioned(body, MEMBERS);
    assert.deepEqual(
      found.members.map(({ id }) => id),
      ids,
    );
    assert.deepEqual(found.unknown, unknown);
  });
