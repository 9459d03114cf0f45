import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineWith } from '../../../tests/support/line-of-cells.ts';
import type { Field } from '../reading.ts';
import { partsOffered } from './parting.ts';

/** What each of the lines would say, cell by cell. */
const offered = (cells: Partial<Record<Field, string>>): Partial<Record<Field, string>>[] | undefined =>
  partsOffered(lineWith(cells))?.map(part => part.cells);

test('each timing with the part of every cell that falls into as many', () => {
  assert.deepEqual(
    offered({
      when: 'Quarterly; monthly',
      how: '1. Ward panel 2. Newsletter',
      audience: 'Residents and shops',
    }),
    [
      { when: 'Quarterly', how: 'Ward panel', audience: 'Residents' },
      { when: 'monthly', how: 'Newsletter', audience: 'shops' },
    ],
  );
});

test('a name beside each time is enough', () => {
  assert.deepEqual(offered({ when: 'Intranet: weekly; newsletter: monthly', how: 'As usual' }), [
    { when: 'Intranet: weekly' },
    { when: 'newsletter: monthly' },
  ]);
});

test('times in another cell part that cell', () => {
  assert.deepEqual(offered({ how: 'Newsletter – monthly; intranet – weekly' }), [
    { how: 'Newsletter – monthly' },
    { how: 'intranet – weekly' },
  ]);
});

test('a cell of which something would be left over stays whole', () => {
  const when = 'Newsletter: monthly; intranet: weekly';
  assert.deepEqual(
    offered({ when, how: 'Newsletter; intranet; posters' })?.map(({ how }) => how),
    [undefined, undefined],
  );
  assert.equal(offered({ how: 'Newsletter – monthly; intranet – weekly; posters' }), undefined);
});

test('without pairs nothing is offered', () => {
  assert.equal(offered({ when: 'Quarterly; monthly', how: 'Ward panel' }), undefined);
  assert.equal(offered({ when: 'Quarterly', how: 'Ward panel; newsletter' }), undefined);
});

const CHANNELS = [
  'Newsletter',
  'Ward panel',
  'Leaflets',
  'e-bulletin',
  'Posters in libraries',
  'Local radio',
];
const TIMES = ['Weekly', 'Monthly', 'Quarterly', 'Daily', 'by 30 June 2025', 'Annually in May'];
const SIGNS = ['; ', '\n', '\n• '];

test('however many there are, in whatever order and parted by whatever sign, each stands in one line', () => {
  const some = (all: string[]) => fc.shuffledSubarray(all, { minLength: 2 });
  fc.assert(
    fc.property(some(CHANNELS), some(TIMES), fc.constantFrom(...SIGNS), (channels, times, sign) => {
      const count = Math.min(channels.length, times.length);
      const [how, when] = [channels.slice(0, count), times.slice(0, count)];
      const lines = offered({ how: how.join(sign), when: when.join(sign) });
      assert.deepEqual(
        lines,
        when.map((time, index) => ({ when: time, how: how[index] })),
      );
    }),
    { numRuns: 200 },
  );
});
