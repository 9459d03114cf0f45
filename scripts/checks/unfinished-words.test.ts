import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unfinishedWords } from './unfinished-words.ts';

const found = (text: string, path = 'src/sample.ts') => unfinishedWords([{ path, text }]);

const UNFINISHED = [
  '// TODO: read the rest',
  '/* FIXME */',
  '// XXX',
  "throw new Error('not implemented');",
  "throw new Error('Not yet implemented');",
  "test.only('one', () => {});",
  "test('one', { only: true }, () => {});",
  "test.skip('one', () => {});",
  "test('one', { skip: true }, () => {});",
  'test("one", t => t.skip());',
  '// @ts-ignore',
  '// @ts-expect-error',
  '// biome-ignore lint: reason',
  'const value = given as any;',
  'function read(value: any) {}',
];

for (const text of UNFINISHED)
  test(`finds ${text}`, () => assert.match(found(`\n${text}\n`).join(), /^src\/sample\.ts:2 says/));

test('finished work has none', () => {
  const text = `const company = 'as many as any'; // anything else\nt.skip('there is no browser on this machine');`;
  assert.deepEqual(found(text), []);
});

test('words of types are looked for in code alone', () => {
  assert.deepEqual(found('Choose one: any of them will do.', 'docs/operating.md'), []);
});
