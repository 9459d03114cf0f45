import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distinctiveNames, inputWords } from './input-words.ts';

const INPUTS = [
  {
    name: 'ashmere-communications-plan-2019',
    text: 'Ashmere tells its residents of every road closure two weeks ahead. A communications plan of Ashmere.',
  },
];
const found = (text: string) => inputWords(INPUTS, [{ path: 'src/sample.ts', text }]);

test('a sentence of a given document is found, whatever stands between its words', () => {
  assert.match(
    found("\n// tells its residents\n// of every 'road' closure")[0]!,
    /^src\/sample\.ts:2 says "tells its residents of every road"/,
  );
});

test('a few of its words are not', () => {
  assert.deepEqual(found('tells its residents of every street'), []);
});

test('the name of a body is found, in what is written and in the name of a file', () => {
  assert.deepEqual(distinctiveNames(INPUTS), ['ashmere']);
  assert.match(found('const body = "ASHMERE council";')[0]!, /names ashmere/);
  assert.equal(inputWords(INPUTS, [{ path: 'examples/ashmere.ts', text: '' }]).length, 1);
});
