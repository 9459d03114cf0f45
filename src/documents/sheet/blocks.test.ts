import assert from 'node:assert/strict';
import test from 'node:test';
import { blocksOf } from './blocks.ts';
import type { SheetRow } from './sheet.ts';

/** A sheet from texts; an empty list is a blank row. */
const seen = (texts: string[][], merged: Record<string, [columns: number, rows: number]> = {}) => {
  const rows = texts.map(
    (row, at): SheetRow => ({
      number: at + 1,
      header: false,
      cells: new Map(
        row.flatMap((text, to) => {
          const [columns = 1, high = 1] = merged[text] ?? [];
          return text ? [[to + 1, { text, columns, rows: high }]] : [];
        }),
      ),
    }),
  );
  return blocksOf({ name: 'Plan', rows: rows.filter(row => row.cells.size), asides: [] }).map(block =>
    block.kind === 'table'
      ? block.rows.map(row => row.cells.map(cell => cell.paragraphs[0]?.text ?? ''))
      : block.text,
  );
};

const HEAD = ['Action', 'Owner', 'When', 'Status'];
const ROW = ['Write the newsletter', 'Jo', 'Monthly', 'Ongoing'];

test('pairs above a table are told as pairs, and what stands apart in a row is told apart', () => {
  assert.deepEqual(
    seen([['Ashmere plan', '', '', 'May'], ['Owner:', 'Jo'], ['Green', 'On time'], HEAD, ROW]),
    ['Ashmere plan', 'May', 'Owner: Jo', 'Green | On time', [HEAD, ROW]],
  );
});

test('titles of sections stay in their table, over blank rows too', () => {
  const titled = ['Phase two', '', '', ''];
  assert.deepEqual(seen([HEAD, ROW, titled, ROW, [], ['Phase three'], ROW]), [
    [HEAD, ROW, titled, ROW, ['Phase three', '', '', ''], ROW],
  ]);
});

test('rows that lack their last cells, or have one more, are no other table', () => {
  const short = ['Brief the press by 3 May', 'Al'];
  const long = [...ROW, 'ask again in 2026'];
  assert.deepEqual(seen([HEAD, ROW, [], short, short, [], long]), [
    [[...HEAD, ''], [...ROW, ''], [...short, '', '', ''], [...short, '', '', ''], long],
  ]);
});

test('a headed table of another width is one, with or without a blank row before its title', () => {
  const contacts = [
    ['Name', 'Telephone'],
    ['Jo Marsh', '07911 123456'],
  ];
  const wanted = [[HEAD, ROW], 'Contacts', contacts];
  assert.deepEqual(seen([HEAD, ROW, ['Contacts'], ...contacts]), wanted);
  assert.deepEqual(seen([HEAD, ROW, [], ['Contacts'], ...contacts]), wanted);
});

test('prose between tables is prose', () => {
  const prose = 'We listen to residents. '.repeat(8).trim();
  assert.deepEqual(seen([HEAD, ROW, [], [prose], ['- one aim'], HEAD, ROW]), [
    [HEAD, ROW],
    prose,
    'one aim',
    [HEAD, ROW],
  ]);
});

test('a text right under the last row is a row; after a blank one it is prose', () => {
  assert.deepEqual(seen([HEAD, ROW, ['Brief the press'], [], ['Key: TBC']]), [
    [HEAD, ROW, ['Brief the press', '', '', '']],
    'Key: TBC',
  ]);
});

test('groups of headings that are merged across stay over their columns', () => {
  const groups = ['What', '', 'Tracking', ''];
  assert.deepEqual(seen([['Ashmere plan'], groups, HEAD, ROW], { What: [2, 1], Tracking: [2, 1] }), [
    'Ashmere plan',
    [['What', 'Tracking'], HEAD, ROW],
  ]);
});
