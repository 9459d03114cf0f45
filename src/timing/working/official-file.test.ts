import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHIPPED } from './bank-holidays.ts';
import { DIVISIONS } from './division.ts';
import { readOfficialFile } from './official-file.ts';

type Event = { title: string; date: string; notes: string; bunting?: boolean };
type Official = Record<string, { division: string; events: Event[] }>;

/** As gov.uk writes it: a substitute day is said in the notes. */
const official = (): Official =>
  Object.fromEntries(
    DIVISIONS.map(division => {
      const events = [...SHIPPED[division].values()].flatMap(days =>
        [...days].map(([date, name]) => {
          const [title = '', notes] = name.split(' (substitute day');
          return { title, date, notes: notes ? 'Substitute day' : '', bunting: true };
        }),
      );
      return [division, { division, events }];
    }),
  );

test('the official file is read as what is shipped from it', () => {
  const read = readOfficialFile(`\uFEFF${JSON.stringify(official())}`, 2026);
  assert.equal(read.problem, undefined);
  assert.ok('holidays' in read);
  for (const { division, day, name } of read.holidays)
    assert.equal(SHIPPED[division].get(Number(day.slice(0, 4)))?.get(day), name);
  assert.equal(read.holidays.length, 280);
});

const drop = (file: Official, division: string, keep: (event: Event) => boolean) => {
  file[division]!.events = file[division]!.events.filter(keep);
};

const WRONG: [what: string, change: (file: Official) => unknown, problem: object][] = [
  ['lacks a division', file => delete file.scotland, { why: 'division-missing', division: 'scotland' }],
  [
    'has a day that the calendar lacks',
    file => (file.scotland!.events[3]!.date = '2019-02-30'),
    { why: 'division-unreadable', division: 'scotland', where: 'events.3.date' },
  ],
  [
    'has a day without a name',
    file => (file.scotland!.events[0]!.title = ' '),
    { why: 'division-unreadable', division: 'scotland', where: 'events.0.title' },
  ],
  [
    'is empty for a division',
    file => (file.scotland!.events = []),
    { why: 'division-unreadable', division: 'scotland', where: 'events' },
  ],
  [
    'has a day twice',
    file => file.scotland!.events.push(file.scotland!.events[0]!),
    { why: 'day-twice', division: 'scotland', day: '2019-01-01' },
  ],
  [
    'has a gap',
    file => drop(file, 'northern-ireland', ({ date }) => !date.startsWith('2023')),
    { why: 'year-missing', division: 'northern-ireland', year: 2023 },
  ],
  [
    'was cut short in a year',
    file => drop(file, 'england-and-wales', ({ date }) => date < '2028-12-01'),
    { why: 'holiday-missing', division: 'england-and-wales', day: '2028-12-25', name: 'Christmas Day' },
  ],
  [
    'has more holidays than a year can have',
    file => {
      for (let day = 1; day < 20; day++)
        file.scotland!.events.push({ title: 'Fair', date: `2026-07-${10 + day}`, notes: '' });
    },
    { why: 'too-many', division: 'scotland', year: 2026 },
  ],
];

for (const [what, change, problem] of WRONG)
  test(`a file that ${what} is refused`, () => {
    const file = official();
    change(file);
    assert.deepEqual(readOfficialFile(JSON.stringify(file), 2026), { problem });
  });

for (const text of ['', 'null', '[1', '<!doctype html>', '"england-and-wales"'])
  test(`"${text}" is refused`, () =>
    assert.deepEqual(readOfficialFile(text, 2026), { problem: { why: 'not-json' } }));

test('one that ended before this year is refused', () => {
  const read = readOfficialFile(JSON.stringify(official()), 2029);
  assert.deepEqual(read, { problem: { why: 'over', last: 2028 } });
});

test('a list in place of a file with divisions is refused', () =>
  assert.deepEqual(readOfficialFile('[]', 2026), {
    problem: { why: 'division-missing', division: 'england-and-wales' },
  }));
