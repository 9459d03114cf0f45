import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Resemblance, resembling } from './resembling.ts';

const plans = [
  { id: 'a', title: 'Ashmere communications plan 2024-25', kind: 'stakeholder-plan', lines: 40 },
  { id: 'b', title: 'Scrutiny action plan', kind: 'recommendation-tracker', lines: 20 },
  { id: 'c', title: 'Media policy', kind: 'policy', lines: 0 },
];
const document = (more: Partial<Resemblance>): Resemblance => ({
  title: 'Minutes',
  kind: 'unknown',
  lines: 40,
  exportOf: undefined,
  identified: new Map(),
  alike: new Map(),
  ...more,
});
const found = (more: Partial<Resemblance>) =>
  resembling(document(more), plans).map(({ plan, because }) => `${plan} ${because}`);

test('what the file says of itself goes before its rows, and these before its title', () => {
  const alike = new Map([
    ['a', 30],
    ['b', 15],
  ]);
  assert.deepEqual(found({ alike, exportOf: 'b' }), ['b export', 'a lines']);
  assert.deepEqual(found({ alike, identified: new Map([['b', 12]]) }), ['b rows', 'a lines']);
});

test('a title is the same but for its year, in a document of the same kind', () => {
  const title = 'Ashmere Communications Plan 2025/26';
  assert.deepEqual(found({ title, kind: 'stakeholder-plan' }), ['a title']);
  assert.deepEqual(found({ title, kind: 'policy' }), []);
});

test('a few rows alike are chance, and a plan without lines has none', () => {
  assert.deepEqual(found({ alike: new Map([['a', 3]]) }), []);
  assert.deepEqual(found({ lines: 0 }), []);
});
