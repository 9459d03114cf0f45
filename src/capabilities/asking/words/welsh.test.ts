import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsIn } from './languages.ts';
import type { WrittenMessage } from './message.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const MESSAGE: WrittenMessage = {
  organisation: 'Bwrdeistref Ashmere',
  to: 'Siân Rees',
  today: day('2025-06-05'),
  link: 'https://ashmere.example/ask/x',
  until: day('2025-07-04'),
  asked: [
    {
      what: 'Was the panel held?',
      by: day('2025-06-03'),
      hour: null,
      why: 'late',
      for: 'Jo Reed',
      records: { titles: ['Hold a ward panel'], more: 2, kept: 1, counts: ['Notes are out'], happened: [] },
    },
  ],
  told: [],
  tidings: [],
};

test('a message in Welsh says all that one in English says, in days of the Welsh calendar', () => {
  const { subject, text } = wordsIn('cy').daily(MESSAGE);
  assert.equal(subject, 'Bwrdeistref Ashmere – cwestiynau i chi: 1, yn hwyr: 1');
  assert.match(text, /^Siân Rees,\n\nMae gan Bwrdeistref Ashmere un cwestiwn i chi/);
  assert.match(text, /\(ar ran Jo Reed, roedd angen ateb erbyn dydd Mawrth 3 Mehefin 2025\)/);
  assert.match(text, /- a rhagor: 2\n {3}- llinellau wedi’u marcio OFFICIAL-SENSITIVE.*: 1/);
  assert.match(text, /\n {3}Beth sy’n cyfrif fel wedi’i wneud: Notes are out\n/);
  assert.match(text, /tan 4 Gorffennaf 2025/);
  assert.equal(wordsIn('cy-GB').lang, 'cy');
});

test('what was promised by the hour says the hour, and what happened', () => {
  const [one] = MESSAGE.asked;
  const records = { ...one!.records, happened: ['Burst main, 5 June 2025 at 6:30pm'] };
  const soon = {
    ...one!,
    why: 'new' as const,
    by: MESSAGE.today,
    hour: Temporal.PlainTime.from('22:30'),
    records,
  };
  const { subject, text } = wordsIn('cy').atOnce({ ...MESSAGE, asked: [soon] });
  assert.match(subject, /weithredu erbyn dydd Iau 5 Mehefin 2025 am 10:30yh$/);
  assert.match(text, /erbyn heddiw am 10:30yh\)/);
  assert.match(text, /Beth ddigwyddodd: Burst main/);
});

test('whoever is written to in another language is written to in English', () => {
  assert.equal(wordsIn('pl').lang, 'en');
  assert.equal(wordsIn('cymric').lang, 'en');
});
