import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changesOf, settleClash, undone } from './line-changes.ts';

test('only what differs is a change, and what is not given stays', () => {
  assert.deepEqual(changesOf({ what: 'Walk', owner: 'Ada', why: '' }, { what: 'Walk', owner: '' }), [
    { field: 'owner', before: 'Ada', after: null },
  ]);
  assert.deepEqual(changesOf({ what: 'Walk' }, { 'other:Risk': 'Rain' }), [
    { field: 'other:Risk', before: null, after: 'Rain' },
  ]);
});

const values = fc.record({
  what: fc.string({ maxLength: 3 }),
  owner: fc.string({ maxLength: 3 }),
  state: fc.constantFrom('ongoing', 'complete'),
});

test('changes taken back give the values as they were', () => {
  fc.assert(
    fc.property(values, values, (before, after) =>
      assert.deepEqual({ ...undone(after, changesOf(before, after)) }, { ...before }),
    ),
  );
});

test('changes of different fields are both kept', () => {
  const opened = { what: 'Walk', owner: 'Ada' };
  const settled = settleClash(opened, { what: 'Walk', owner: 'Bea' }, { what: 'Run', owner: 'Ada' });
  assert.deepEqual(settled.values, { what: 'Run', owner: 'Bea' });
  assert.deepEqual(settled.clashes, []);
  assert.deepEqual(settled.changedMeanwhile, ['owner']);
});

test('where two disagree, what was typed stands ready beside the other', () => {
  const settled = settleClash({ owner: 'Ada' }, { owner: 'Bea' }, { owner: 'Cy' });
  assert.deepEqual(settled.clashes, [{ field: 'owner', opened: 'Ada', theirs: 'Bea', mine: 'Cy' }]);
  assert.deepEqual(settled.values, { owner: 'Cy' });
});

test('nothing typed is ever lost, and nothing saved meanwhile is overwritten without being shown', () => {
  fc.assert(
    fc.property(values, values, values, (opened, theirs, mine) => {
      const settled = settleClash(opened, theirs, mine);
      for (const name of ['what', 'owner', 'state'] as const) {
        if (mine[name] !== opened[name]) assert.equal(settled.values[name], mine[name]);
        else assert.equal(settled.values[name], theirs[name]);
        const overwritten = theirs[name] !== opened[name] && settled.values[name] !== theirs[name];
        assert.equal(
          settled.clashes.some(clash => clash.field === name),
          overwritten,
        );
      }
    }),
  );
});
