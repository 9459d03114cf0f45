import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KIND_WORDS } from '../../organisations/index.ts';
import { countWords, drawWords, membersAmong } from './members.ts';

const counts = { places: 48, kind: 'board', of: 'bodies' as const, holders: 48, without: 3, unreached: 2 };

for (const [facts, roles, words] of [
  [counts, ['chair'], '48 boards with 48 chairs; 3 without a chair; 2 without an address'],
  [{ ...counts, places: 1, holders: 1, without: 0, unreached: 0 }, ['chair'], '1 board with 1 chair'],
  [
    { ...counts, kind: null },
    ['chair', 'Clerk'],
    '48 bodies with 48 role holders; 3 without anybody who holds a role; 2 without an address',
  ],
  [
    { ...counts, kind: 'parish', of: 'areas' as const, unreached: 0 },
    ['MP'],
    '48 parishes with 48 MPs; 3 without an MP',
  ],
  [
    { ...counts, kind: null, of: 'areas' as const, without: 0, unreached: 0 },
    [''],
    '48 areas with 48 role holders',
  ],
] as const)
  test(words, () =>
    assert.equal(
      countWords(
        facts,
        roles.map(role => ({ role })),
        KIND_WORDS,
      ),
      words,
    ),
  );

test('a draw is told as a sentence', () => {
  const draw = {
    of: 'bodies' as const,
    kind: 'board',
    named: 'Safer',
    within: 'w',
    one: null,
    role: 'chair',
  };
  const names = { within: 'Ashmere', one: null };
  assert.equal(
    drawWords(draw, names, KIND_WORDS),
    'All boards with “Safer” in their name, in Ashmere: each chair',
  );
  const any = { of: 'areas' as const, kind: '', named: '', within: null, one: null, role: '' };
  assert.equal(drawWords(any, names, KIND_WORDS), 'All areas: everybody who holds a role');
  assert.equal(
    drawWords({ ...any, one: 'x', role: 'MP' }, { within: null, one: 'Saltby' }, KIND_WORDS),
    'Saltby: each MP',
  );
});

test('somebody with several roles is written to once, and nobody without an address', () => {
  const row = { of: 'bodies' as const, place: 'p', kind: 'board', asked: '', holder: 'h', language: 'cy' };
  const members = membersAmong([
    { ...row, placeName: 'One', name: 'Ann', role: 'chair', address: 'ann@x.example' },
    { ...row, placeName: 'Two', name: 'ann', role: 'clerk', address: 'ANN@x.example' },
    { ...row, placeName: 'Two', name: 'Bo', role: 'chair', address: null },
    { ...row, placeName: 'Three', name: null, role: null, holder: null, address: null },
    { ...row, placeName: 'Four', name: 'Cy', role: 'chair', address: 'ann@x.example' },
  ]);
  assert.deepEqual(
    members.map(({ name, roles }) => [name, roles.map(({ role, of }) => `${role} of ${of}`).join()]),
    [
      ['Ann', 'chair of One,clerk of Two'],
      ['Cy', 'chair of Four'],
    ],
  );
});
