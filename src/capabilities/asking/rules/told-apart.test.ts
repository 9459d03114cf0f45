import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldApart } from './told-apart.ts';

const one = (id: string, beginning: string, rest: string) => ({
  id,
  title: `${beginning}, ${rest}`,
  short: { beginning, rest },
});

test('what all titles begin with is said once', () => {
  const { beginning, each } = toldApart([
    one('a', 'Hold a panel', 'Harbour'),
    one('b', 'Hold a panel', 'Old Town'),
  ]);
  assert.equal(beginning, 'Hold a panel');
  assert.deepEqual(
    each.map(({ title }) => title),
    ['Harbour', 'Old Town'],
  );
});

test('one alone, those that begin otherwise, and those that cannot be told apart so, keep their titles', () => {
  const panel = one('a', 'Hold a panel', 'Harbour');
  const plain = { id: 'c', title: 'Print the leaflet' };
  for (const records of [
    [panel],
    [panel, one('b', 'Brief the streets', 'Harbour')],
    [panel, plain],
    [plain, plain],
  ]) {
    const { beginning, each } = toldApart(records);
    assert.equal(beginning, undefined);
    assert.deepEqual(
      each.map(({ title }) => title),
      records.map(({ title }) => title),
    );
  }
});
