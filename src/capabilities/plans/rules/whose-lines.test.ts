import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whoseLines } from './whose-lines.ts';

const line = (id: string, owner = 'press') => ({ id, owner, name: `The ${owner}` });

test('whoever was never asked is asked about all of their lines, in the order of the document', () => {
  const found = whoseLines([line('a'), line('b', 'web'), line('c')], []);
  assert.deepEqual(found, [
    { owner: 'press', name: 'The press', toAsk: ['a', 'c'], waiting: 0, said: 0 },
    { owner: 'web', name: 'The web', toAsk: ['b'], waiting: 0, said: 0 },
  ]);
});

test('nothing is asked twice: neither what waits, whoever it waits for, nor what they said', () => {
  const asked = [
    { record: 'a', owner: 'press', state: 'open' },
    { record: 'b', owner: 'web', state: 'not-theirs' },
    { record: 'c', owner: 'press', state: 'answered' },
    { record: 'd', owner: null, state: 'answered' },
  ] as const;
  const [press] = whoseLines(
    ['a', 'b', 'c', 'd', 'e'].map(id => line(id)),
    asked,
  );
  assert.deepEqual([press!.toAsk, press!.waiting, press!.said], [['e'], 2, 2]);
});

test('what another one said before of a line is no answer of who has it now', () => {
  const [press] = whoseLines([line('a')], [{ record: 'a', owner: 'web', state: 'answered' }]);
  assert.deepEqual(press!.toAsk, ['a']);
});
