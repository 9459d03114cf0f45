import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTxt } from '../../../documents/txt/read.ts';
import { readDocument } from '../../../reading/read.ts';
import { pairFacts } from './pairs-offered.ts';

function offered(how: string, when: string) {
  const { lines, tables } = readDocument(
    readTxt(`Ashmere plan\n\nAction\tChannel\tDue\nTell residents\t${how}\t${when}`),
    { today: Temporal.PlainDate.from('2025-04-01') },
  );
  return pairFacts(lines[0]!, tables[0]);
}

test('the lines that pairs would make stand under the printed headings, with the reason once', () => {
  const { offered: found } = offered('Newsletter; ward panel', 'Monthly; quarterly');
  assert.deepEqual(
    found?.columns.map(({ name }) => name),
    ['Channel', 'Due'],
  );
  assert.match(found?.columns[0]?.why ?? '', /^two beside two timings, in the same order/);
  assert.deepEqual(found?.rows, [
    ['Newsletter', 'Monthly'],
    ['ward panel', 'quarterly'],
  ]);
});

test('times that stand in a cell themselves are shown as pairs, though nothing is made of them', () => {
  const { offered: found, pairs } = offered('Newsletter – monthly; intranet – weekly; posters', '');
  assert.equal(found, undefined);
  assert.deepEqual(
    pairs.map(({ phrase, means }) => [phrase, means]),
    [
      ['Newsletter – monthly', 'monthly'],
      ['intranet – weekly', 'weekly'],
    ],
  );
});
