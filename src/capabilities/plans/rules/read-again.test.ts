import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Readings, readAgain, timingFacts } from './read-again.ts';

const facts = timingFacts(
  { dated: '2025-04', periodFrom: null, periodTo: null },
  { today: Temporal.PlainDate.from('2025-04-08') },
);
const before: Readings = {
  schedules: [{ phrase: 'Monthly', kind: 'recurring', rule: 'FREQ=MONTHLY' }],
  suggestions: [{ phrase: 'weekly', kind: 'recurring', rule: 'FREQ=WEEKLY', field: 'how' }],
  doubts: [
    { field: 'owner', reason: 'nobody is named' },
    { field: 'when', reason: 'which?' },
  ],
};

test('new times are read with the year of the document', () => {
  const { schedules } = readAgain(before, { when: 'by 30 June' }, ['when'], facts);
  assert.equal(schedules[0]?.by, '2025-06-30');
});

test('a doubt goes with the field that was changed, and only with it', () => {
  const { doubts, schedules } = readAgain(before, { owner: 'Ward sergeants' }, ['owner'], facts);
  assert.deepEqual(doubts, [{ field: 'when', reason: 'which?' }]);
  assert.deepEqual(schedules, before.schedules);
});

test('a comment answers which of two cells is true, and not what a colour says of the state', () => {
  const asked = (reason: string) => ({ ...before, doubts: [{ field: 'state', reason }] });
  const left = (reason: string, field: string) =>
    readAgain(asked(reason), { [field]: 'Held in May.' }, [field], facts).doubts.length;
  const colour = '“Amber” says how it goes; is it done, in progress or not started?';
  assert.equal(
    left('“Complete” under Status, but “Not started” under Comments: which is true?', 'comments'),
    0,
  );
  assert.equal(left(colour, 'comments'), 1);
  assert.equal(left(colour, 'status'), 0);
});

test('times found in a changed cell are found anew', () => {
  assert.deepEqual(readAgain(before, { how: 'By leaflet' }, ['how'], facts).suggestions, []);
});

test('times that say nothing of time are doubted', () => {
  const { doubts } = readAgain(before, { when: 'Harbour' }, ['when'], facts);
  assert.equal(doubts.filter(doubt => doubt.field === 'when').length, 1);
});

test('a page of prose typed into a cell is looked through no further than in a document', () => {
  const how = (prose: string) =>
    readAgain(before, { how: `Weekly. ${prose} Monthly.` }, ['how'], facts).suggestions.length;
  assert.equal(how('By leaflet.'), 2);
  assert.equal(how('By leaflet. '.repeat(4000)), 1);
});
