import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTimeOfDay, timeInWords } from './time-of-day.ts';

const READ: [text: string, time: string | undefined, words?: string][] = [
  ['9am', '09:00:00', '9am'],
  ['9 a.m.', '09:00:00', '9am'],
  ['9', '09:00:00', '9am'],
  ['09:00', '09:00:00', '9am'],
  ['0900', '09:00:00', '9am'],
  ['5.30pm', '17:30:00', '5:30pm'],
  ['17:05', '17:05:00', '5:05pm'],
  ['12pm', '12:00:00', 'midday'],
  ['12 am', '00:00:00', 'midnight'],
  ['12.30am', '00:30:00', '12:30am'],
  ['Midday', '12:00:00', 'midday'],
  ['noon', '12:00:00', 'midday'],
  ['24:00', undefined],
  ['13pm', undefined],
  ['0am', undefined],
  ['9:60', undefined],
  ['nine', undefined],
  ['9-5', undefined],
  ['', undefined],
];

for (const [text, time, words] of READ)
  test(`"${text}" is ${time ?? 'no time of day'}`, () => {
    const read = readTimeOfDay(text);
    assert.equal(read?.toString(), time);
    if (read) assert.equal(timeInWords(read), words);
  });

test('what is written in words is read again', () => {
  for (let minutes = 0; minutes < 24 * 60; minutes += 7) {
    const time = new Temporal.PlainTime().add({ minutes });
    const words = timeInWords(time).replace('midnight', '12am');
    assert.ok(readTimeOfDay(words)?.equals(time), words);
  }
});
