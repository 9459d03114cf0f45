import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAnswers, readDay } from './day-field.ts';

const read = (day: string, month: string, year: string, needed = false) =>
  readDay({ 'on-day': day, 'on-month': month, 'on-year': year }, 'on', {
    asked: 'the day it was agreed',
    needed,
  });

test('a day is read from its three fields, the month also from its name', () => {
  assert.equal(read('27', '3', '2026').day?.toString(), '2026-03-27');
  assert.equal(read(' 9 ', 'September', '2026').day?.toString(), '2026-09-09');
});

test('months may be typed in Welsh', () => {
  const months = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr';
  const found = months.split(' ').map(month => read('9', month, '2026').day?.month);
  assert.deepEqual(found, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('what is no day is told, and stays as typed', () => {
  for (const [day, month, year] of [
    ['31', '2', '2026'],
    ['1', '13', '2026'],
    ['1', 'foo', '2026'],
    ['1', '1', '26'],
    ['', '1', '2026'],
  ] as const) {
    const { day: found, errors, answers } = read(day, month, year);
    assert.equal(found, null);
    assert.deepEqual(errors, [
      { href: '#on-day', text: 'Enter the day it was agreed as a real date, like 27 3 2026' },
    ]);
    assert.equal(answers.month, month);
  }
});

test('nothing typed is a problem only where a day is needed', () => {
  assert.deepEqual(read('', '', '').errors, []);
  assert.deepEqual(read('', '', '', true).errors, [{ href: '#on-day', text: 'Enter the day it was agreed' }]);
});

test('a day that is known fills the fields', () => {
  assert.deepEqual(dayAnswers(Temporal.PlainDate.from('2026-03-27')), {
    day: '27',
    month: '3',
    year: '2026',
  });
  assert.deepEqual(dayAnswers(null), { day: '', month: '', year: '' });
});
