import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  afterMissInWords,
  counted,
  dueInWords,
  keptInWords,
  NONE_KEPT,
  notCountedInWords,
  shareMet,
} from './kept.ts';

const kept = { ...NONE_KEPT, met: 41, late: 3, missed: 2, excused: 2, nothing: 1, afterMiss: 1, due: 5 };

test('a share stands with its counts, and of what counts alone', () => {
  assert.equal(counted(kept), 46);
  assert.equal(keptInWords(kept), '41 of 46 met on time, 3 late, 2 missed');
  assert.equal(shareMet(kept), '89%');
  assert.equal(keptInWords({ ...NONE_KEPT, met: 2 }), '2 of 2 met on time');
  assert.equal(keptInWords(NONE_KEPT), 'Nothing has come to count yet');
});

test('what does not count is said, and so is what was taken out after it was missed', () => {
  assert.equal(notCountedInWords(kept), '2 excused, 1 with nothing to say');
  assert.equal(afterMissInWords(kept), '1 of these had been missed before');
  assert.equal(
    notCountedInWords({ ...NONE_KEPT, notTriggered: 1, postponed: 2 }),
    '1 that did not apply, 2 postponed',
  );
  assert.equal(notCountedInWords({ ...NONE_KEPT, met: 1 }), '');
});

test('what is due now is nobody’s miss yet', () => {
  assert.equal(dueInWords(kept), '5 dates are due now');
  assert.equal(dueInWords({ ...NONE_KEPT, due: 1 }), '1 date is due now');
});
