import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchColumns, type NamedColumn } from './match-columns.ts';

const COLUMNS: NamedColumn[] = [
  { name: 'name', heading: 'Name', alsoHeaded: ['Full name', 'Ward'], required: 'Enter a name.' },
  { name: 'email', heading: 'E-mail address', alsoHeaded: ['Email'] },
  { name: 'from', heading: 'First day' },
];

const match = (...rows: string[][]) =>
  matchColumns(
    rows.map((values, at) => ({ number: at + 1, values })),
    COLUMNS,
  );

const problem = (...rows: string[][]): string => {
  const found = match(...rows);
  return 'problem' in found ? found.problem : 'none';
};

test('columns are known by their headings and other headings, in any order and however they are written', () => {
  assert.deepEqual(match(['e-mail ADDRESSES', 'FULL  NAME'], ['a@b.example', 'Ann']), {
    columns: ['email', 'name'],
    rows: [{ number: 2, values: ['a@b.example', 'Ann'] }],
    passedOver: [],
  });
});

test('titles may stand over the headings, and other columns are passed over and told', () => {
  const found = match(
    ['Wards of Ashmere'],
    ['', 'As of May'],
    ['Notes', 'Ward', '', 'Email'],
    ['x', 'Northfield', 'stray', ''],
    ['only a note', '', '', ''],
  );
  assert.deepEqual(found, {
    columns: ['name', 'email'],
    rows: [{ number: 4, values: ['Northfield', ''] }],
    passedOver: ['Notes', 'column C'],
  });
});

test('cells come without what nobody sees', () => {
  const found = match(['Name'], ['\u200b Ann\u0000\u0007\tReed \ufeff'], ['two\r\nlines']);
  assert.ok('rows' in found);
  assert.deepEqual(
    found.rows.map(({ values }) => values),
    [['Ann Reed'], ['two\nlines']],
  );
});

test('a file without the columns that are needed is told what it has', () => {
  assert.match(problem(['Email'], ['a@b.example']), /has no column “Name”\. Its headings are “Email”/);
  assert.match(problem(['Ann', 'Bo']), /no row of headings that is known\. Its first row is “Ann” and “Bo”/);
  assert.match(problem(['Name', 'Full name'], ['a', 'b']), /“Name” and “Full name” mean the same/);
  assert.match(problem(), /has no rows/);
});
