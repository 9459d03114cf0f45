import assert from 'node:assert/strict';
import test from 'node:test';
import { followsCells } from './follows-cells.ts';

const jo = { id: '1', name: 'Jo Marsh' };
const kim = { id: '2', name: 'Kim Oduya' };
const named = (name: string) => ({ name, kind: 'person' as const });
const known = (name: string) =>
  name === 'JM' ? { owner: { ...jo, kind: 'person' }, by: 'initials' } : undefined;
const follows = (
  owned: Parameters<typeof followsCells>[0],
  accountable: string | null,
  contributors: string[] = [],
) =>
  Object.values(
    followsCells(
      owned,
      {
        accountable: accountable === null ? null : named(accountable),
        contributors: contributors.map(named),
      },
      known as unknown as Parameters<typeof followsCells>[2],
    ),
  );

test('a line without owners follows its cells, and one whose owners they named', () => {
  assert.deepEqual(follows({ accountable: null, contributors: [] }, 'Jo Marsh'), [true, true]);
  assert.deepEqual(follows({ accountable: jo, contributors: [kim] }, 'jo marsh', ['Kim Oduya']), [
    true,
    true,
  ]);
  assert.deepEqual(follows({ accountable: jo, contributors: [] }, 'JM'), [true, true]);
});

test('whoever was chosen otherwise stays', () => {
  assert.deepEqual(follows({ accountable: kim, contributors: [] }, 'Jo Marsh'), [false, true]);
  assert.deepEqual(follows({ accountable: kim, contributors: [] }, null), [false, true]);
  assert.deepEqual(follows({ accountable: null, contributors: [kim] }, 'Jo Marsh'), [true, false]);
});
