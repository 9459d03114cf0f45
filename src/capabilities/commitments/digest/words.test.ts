import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestLines, digestTitle, saysSomething } from './words.ts';

const none = { due: 0, late: 0, missed: 0, undated: 0, unowned: 0 };
const day = (text: string) => Temporal.PlainDate.from(text);

test('counts stand first, and that nothing is late is said', () => {
  assert.equal(digestTitle({ ...none, due: 3 }), 'Promises this week: 3 due, nothing late');
  assert.equal(digestTitle({ ...none, due: 3, late: 2 }), 'Promises this week: 3 due, 2 late');
  assert.equal(
    digestTitle({ ...none, missed: 1 }),
    'Promises this week: none due, 1 said to be missed in the last seven days',
  );
});

test('where nothing is due, late or missed nothing is said, whatever is missing elsewhere', () => {
  assert.equal(saysSomething({ ...none, undated: 4, unowned: 2 }), false);
  assert.equal(saysSomething({ ...none, due: 1 }), true);
});

test('lines say since when, how often and who; what is marked is counted and not named', () => {
  const pressing = [
    {
      about: 'Hold a panel',
      owner: 'Ward sergeant',
      late: true,
      day: day('2025-06-05'),
      open: 24,
      sensitive: false,
    },
    {
      about: 'Brief the witnesses',
      owner: null,
      late: true,
      day: day('2025-06-05'),
      open: 1,
      sensitive: true,
    },
    {
      about: 'Print the leaflet',
      owner: null,
      late: false,
      day: day('2025-06-13'),
      open: 1,
      sensitive: false,
    },
  ];
  assert.deepEqual(digestLines({ ...none, undated: 1, unowned: 2 }, pressing), [
    'Late since 5 June 2025: Hold a panel, 24 times (Ward sergeant)',
    'Due Friday 13 June 2025: Print the leaflet',
    '1 promise marked OFFICIAL-SENSITIVE, which a message does not name',
    '1 line of these plans without a date, and nothing is promised of it',
    '2 lines of these plans have nobody who answers',
  ]);
});
