import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ColumnMeaning, Corrections, ReadLine, ReadTable } from '../../../reading/reading.ts';
import { remembered } from './remembered.ts';

const table = (...columns: [heading: string, meaning: ColumnMeaning][]): ReadTable => ({
  where: 'table 1',
  columns: columns.map(([heading, meaning]) => ({ headings: [heading], meaning, why: '' })),
});
const line = (row: number, ...printed: string[]): ReadLine => ({
  at: { table: 0, row },
  section: '',
  other: {},
  state: 'unknown',
  schedules: [],
  suggestions: [],
  doubts: [],
  printed,
});
const NONE: Corrections = { columns: [], cells: [] };
const BEFORE = {
  tables: [table(['Action', 'what'], ['Risk', 'other'])],
  corrections: NONE,
  settled: [],
  lines: [],
};
const NOW = { tables: [table(['ACTION ', 'what'], ['Risk', 'other'])], corrections: NONE, lines: [] };
const risk = (said: Partial<Corrections['columns'][number]>) => ({
  ...BEFORE,
  corrections: { ...NONE, columns: [{ table: 0, column: 1, meaning: 'status' as const, ...said }] },
});

test('what a column holds is remembered by its heading, in a table of the same shape or where it stands now', () => {
  assert.deepEqual(remembered(risk({}), NOW).columns, [
    { table: 0, column: 1, meaning: 'status', from: 'edition' },
  ]);
  const moved = { ...NOW, tables: [table(['Owner', 'owner']), table(['risk', 'other'], ['When', 'when'])] };
  assert.deepEqual(remembered(risk({ meaning: 'other', name: 'How risky' }), moved).columns, [
    { table: 1, column: 0, meaning: 'other', name: 'How risky', from: 'edition' },
  ]);
});

test('a heading that changed, or that is read so already, is left to be asked about', () => {
  assert.deepEqual(
    remembered(risk({}), { ...NOW, tables: [table(['Action', 'what'], ['Risks', 'other'])] }).columns,
    [],
  );
  assert.deepEqual(
    remembered(risk({}), { ...NOW, tables: [table(['Action', 'what'], ['Risk', 'status'])] }).columns,
    [],
  );
  const said = {
    ...NOW,
    corrections: { ...NONE, columns: [{ table: 0, column: 1, meaning: 'why' as const }] },
  };
  assert.deepEqual(remembered(risk({}), said).columns, []);
  const twice = {
    ...risk({}),
    tables: [...BEFORE.tables, table(['Risk', 'other'], ['Who', 'owner'])],
  };
  twice.corrections.columns.push({ table: 1, column: 0, meaning: 'comments' });
  const other = { ...NOW, tables: [table(['When', 'when'], ['Risk', 'other'])] };
  assert.deepEqual(remembered(twice, other).columns, [], 'told two things, so it is asked');
});

test('rows left out are remembered by their words, and doubts by question and words, wherever the row stands now', () => {
  const before = {
    ...BEFORE,
    corrections: { ...NONE, dropped: [{ table: 0, row: 9, reason: 'a total', words: 'Total | 12' }] },
    settled: [
      { table: 0, row: 2, field: 'when', reason: 'twice a month?' },
      { table: 0, row: 3, field: 'when', reason: 'twice a month?' },
    ],
    lines: [line(2, 'Walks', 'Bi-monthly'), line(3, 'Talks', 'Bi-monthly')],
  };
  const now = {
    ...NOW,
    lines: [line(1, 'Total', '', ' 12'), line(5, 'Walks', 'Bi-monthly'), line(6, 'Talks', 'Monthly')],
  };
  const { dropped, settled } = remembered(before, now);
  assert.deepEqual(dropped, [{ table: 0, row: 1, reason: 'a total', words: 'total | 12', from: 'edition' }]);
  assert.deepEqual(settled, [
    {
      table: 0,
      row: 5,
      field: 'when',
      reason: 'twice a month?',
      words: 'walks | bi-monthly',
      from: 'edition',
    },
  ]);
  assert.deepEqual(remembered({ ...before, settled }, now).settled, settled, 'also the edition after');
});
