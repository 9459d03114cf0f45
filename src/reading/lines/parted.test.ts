import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTxt } from '../../documents/txt/read.ts';
import { readDocument } from '../read.ts';
import type { Corrections, ReadLine } from '../reading.ts';

const PLAN = readTxt(`Ashmere plan

Ref\tAction\tHow\tWhen\tOwner\tStatus
1\tTell residents of the works\tNewsletter; ward panel\tMonthly; quarterly\tJo Marsh\tOngoing
2\tWalks\tPosters\tMay 2025\tas above\tComplete`);

const PARTED = [{ table: 0, row: 1 }];
const read = (corrections: Partial<Corrections> = {}) =>
  readDocument(PLAN, {
    today: Temporal.PlainDate.from('2025-04-01'),
    corrections: { columns: [], cells: [], ...corrections },
  }).lines;

const told = ({ at, reference, how, when, owner, state, schedules }: ReadLine) =>
  `${at.row}.${at.part ?? '-'} ${reference} ${how} ${when} [${schedules.map(({ rule }) => rule)}] ${owner} ${state}`;

test('a row becomes a line for each timing, which shares the other cells; the rows after it stay as they are', () => {
  const lines = read({ parted: PARTED });
  assert.deepEqual(lines.map(told), [
    '1.1 1 Newsletter Monthly [FREQ=MONTHLY] Jo Marsh ongoing',
    '1.2 1 ward panel quarterly [FREQ=MONTHLY;INTERVAL=3] Jo Marsh ongoing',
    '2.- 2 Posters May 2025 [] as above complete',
  ]);
  assert.deepEqual(
    lines.map(line => line.parts),
    [2, 2, undefined],
  );
  assert.deepEqual(lines[2], read()[1]);
});

test('each line knows its owners and its state’s source, and the row as printed; no doubt is left about several timings', () => {
  const [first, second] = read({ parted: PARTED });
  const [whole] = read();
  assert.match(whole!.doubts.map(({ reason }) => reason).join(), /2 timings stand in one cell/);
  for (const line of [first!, second!]) {
    assert.deepEqual(line.doubts, []);
    assert.deepEqual(line.owners, whole!.owners);
    assert.deepEqual(line.stateFrom, whole!.stateFrom);
    assert.deepEqual(line.printed, whole!.printed);
  }
});

test('what was put right in the row is there before it is parted, what was put right in a part after', () => {
  const lines = read({
    parted: PARTED,
    cells: [
      { table: 0, row: 1, field: 'how', text: 'Newsletter; open day' },
      { table: 0, row: 1, part: 2, field: 'when', text: 'Every May' },
      { table: 0, row: 1, part: 2, field: 'state', text: 'deferred' },
    ],
  });
  assert.deepEqual(lines.slice(0, 2).map(told), [
    '1.1 1 Newsletter Monthly [FREQ=MONTHLY] Jo Marsh ongoing',
    '1.2 1 open day Every May [FREQ=YEARLY;BYMONTH=5] Jo Marsh deferred',
  ]);
});

test('a row that offers no pairs any more stays one line', () => {
  const cells = [{ table: 0, row: 1, field: 'when' as const, text: 'Monthly' }];
  assert.deepEqual(read({ parted: PARTED, cells }), read({ cells }));
  assert.deepEqual(read({ parted: [{ table: 0, row: 2 }] }), read());
});

test('the part of a cell that is left to the row above is the line’s own', () => {
  const lines = readDocument(
    readTxt(`Ashmere plan

Action\tHow\tWhen
Tell residents\tNewsletter; ward panel\tWeekly
Tell shops about it\tas above\tMonthly; quarterly`),
    {
      today: Temporal.PlainDate.from('2025-04-01'),
      corrections: { columns: [], cells: [], parted: [{ table: 0, row: 2 }] },
    },
  ).lines;
  assert.deepEqual(
    lines.map(({ how, taken }) => [how, taken]),
    [
      ['Newsletter; ward panel', undefined],
      ['Newsletter', undefined],
      ['ward panel', undefined],
    ],
  );
});
