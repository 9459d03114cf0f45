import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideColumns } from './columns.ts';
import { readHeading } from './heading.ts';

const meanings = (...headings: string[]) =>
  decideColumns(
    headings.map(text => readHeading([{ text, columns: 1, first: true }])),
    [],
  ).map(({ meaning }) => meaning);

test('a tactic is what is done where another column says how', () => {
  assert.deepEqual(meanings('Tactic', 'Medium', 'Led by'), ['what', 'how', 'owner']);
  assert.deepEqual(meanings('Audience', 'Tactic', 'Led by'), ['audience', 'how', 'owner']);
  assert.deepEqual(meanings('Activity', 'Tactic', 'Channel'), ['what', 'how', 'other']);
});

test('a strategy is what is done where nothing else is', () => {
  assert.deepEqual(meanings('Strategy', 'Purpose', 'Timeline'), ['what', 'why', 'when']);
  assert.deepEqual(meanings('Objective', 'Strategy', 'Measurement'), ['why', 'what', 'measure']);
});

test('what is planned is the budget, and what was spent stands beside it', () => {
  assert.deepEqual(meanings('Action', 'Actual spend', 'Cost estimate'), ['what', 'other', 'budget']);
  assert.deepEqual(meanings('Action', 'Lead', 'Actual cost'), ['what', 'owner', 'budget']);
});

test('outputs are measures beside what is done, and what is done where nothing else says it', () => {
  assert.deepEqual(meanings('Project / action', 'Lead', 'Outputs'), ['what', 'owner', 'measure']);
  assert.deepEqual(meanings('Outputs', 'Lead', 'When'), ['what', 'owner', 'when']);
});

test('what an audience needs is what is done for it in a plan that says how and when, and nothing else says what', () => {
  assert.deepEqual(
    meanings('Audience', 'Who from', 'What they need from us', 'How we reach them', 'When', 'Why'),
    ['audience', 'messenger', 'what', 'how', 'when', 'why'],
  );
  assert.deepEqual(meanings('Group', 'What they want to hear', 'Lead', 'Date'), [
    'audience',
    'what',
    'owner',
    'when',
  ]);
  assert.deepEqual(meanings('Audience', 'What they need', 'Activity', 'When'), [
    'audience',
    'other',
    'what',
    'when',
  ]);
});
