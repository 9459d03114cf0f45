import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideColumns } from './columns.ts';
import { readHeading } from './heading.ts';

const meanings = (...headings: string[]) =>
  decideColumns(
    headings.map(text => readHeading([{ text, columns: 1, first: true }])),
    [],
  ).map(({ meaning }) => meaning);

test('partners at the head of a plan that names who acts are its audience', () => {
  assert.deepEqual(meanings('Partner', 'Best way to reach them', 'Frequency', 'Owner'), [
    'audience',
    'how',
    'when',
    'owner',
  ]);
  assert.deepEqual(meanings('Action', 'Owner', 'Partner'), ['what', 'owner', 'other']);
});
