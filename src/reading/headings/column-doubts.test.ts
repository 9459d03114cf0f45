import assert from 'node:assert/strict';
import test from 'node:test';
import { readTxt } from '../../documents/txt/read.ts';
import { readDocument } from '../read.ts';

const read = (text: string) =>
  readDocument(readTxt(text.replaceAll(' | ', '\t')), { today: Temporal.PlainDate.from('2025-04-01') });
const doubts = (text: string) =>
  read(text).tables.flatMap(table => table.columns.flatMap(column => column.doubt ?? []));

test('headings that say what they mean leave no question', () => {
  assert.deepEqual(
    doubts('Plan\n\nRef | Action | Lead officer | Deadline\n1 | Open day | Events Team | June 2025'),
    [],
  );
});

test('two headings for one field are asked about', () => {
  assert.match(
    doubts(
      'Plan\n\nAction | Lead | Target date | Revised target date\nFair | Events Team | May 2025 | June 2025',
    ).join(),
    /“Revised target date” could be “When” as well as “Target date”/,
  );
});

test('what is plainly the lesser of two headings is not asked about', () => {
  assert.deepEqual(
    doubts('Plan\n\nAction | Lead | Cost estimate | Actual spend\nFair | Events Team | £500 | £450'),
    [],
  );
});

test('columns without headings are asked about, at the first line of their table and nowhere else', () => {
  const reading = read(
    'Plan\n\nWrite a letter to all | Press Officer | Monthly\nHang a notice up | Web Officer | Weekly',
  );
  const asked = reading.lines.map(
    line => line.doubts.filter(doubt => /no heading/.test(doubt.reason)).length,
  );
  assert.deepEqual(asked, [3, 0]);
});
