import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clausesCited, numberKey } from './cited.ts';

const clause = (number: string, plan = 'media', document = 'Borough of Ashmere Media Policy 2025') => ({
  id: `${plan} ${number}`,
  number,
  plan,
  document,
});
const REGISTER = Map.groupBy(
  [
    ...['4.2', '5.1', '7(b)', '9', '3'].map(number => clause(number)),
    ...['9', '3', '2.1'].map(number => clause(number, 'brand', 'Ashmere branding framework')),
  ],
  ({ number }) => numberKey(number),
);

const CITED: [string, string[]][] = [
  ['See clause 4.2', ['media 4.2']],
  ['as policy 7(b) asks', ['media 7(b)']],
  ['Policy 7 (B)', ['media 7(b)']],
  ['clauses 4.2, 5.1 and 7(b)', ['media 4.2', 'media 5.1', 'media 7(b)']],
  ['paragraph 5.1.', ['media 5.1']],
  ['section 4.2 of the Licensing Act 2003', []],
  ['clause 4.20', []],
  ['clause 99', []],
  ['spend £4.2 million', []],
  ['clause 9', []],
  ['clause 9 of the media policy', ['media 9']],
  ['branding framework, section 3', ['brand 3']],
  ['clause 2.1', ['brand 2.1']],
];

for (const [text, ids] of CITED)
  test(`“${text}” cites ${ids.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(
      clausesCited(text, REGISTER, 'elsewhere').map(({ id }) => id),
      ids,
    );
  });

test('a number that several documents have means the own plan’s', () => {
  assert.deepEqual(
    clausesCited('see clause 9', REGISTER, 'brand').map(({ id }) => id),
    ['brand 9'],
  );
});
