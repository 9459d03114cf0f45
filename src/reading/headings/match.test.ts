import assert from 'node:assert/strict';
import test from 'node:test';
import { matchHeading } from './match.ts';
import type { Sense } from './senses.ts';

const HEADINGS: [string, Sense][] = [
  ['Deliverable', 'action'],
  ['What (Task/Action/Activity)', 'action'],
  ['How (Communication channel(s))', 'channel'],
  ['Who (Task owner)', 'owner'],
  ['Who from', 'messenger'],
  ['Where to', 'audience'],
  ['TIMESCALE / TARGET', 'timing'],
  ['Responsible for Delivery', 'owner'],
  ['Communications Lead Officer', 'owner'],
  ['Lead Officer/EM', 'owner'],
  ['Recommendation[i]', 'recommendation'],
  ['Recommendation made to:', 'member'],
  ['Anticipated Outcomes', 'outcome'],
  ['Action taken or Planned to Date', 'progress'],
  ['Target date for implementation', 'timing'],
  ['Budget/Cost (£)', 'budget'],
  ['How will we know it has worked?', 'measure'],
  ['Comm’s channels', 'channel'],
  ['#', 'reference'],
  ['Rec. No.', 'reference'],
  ['E-mail address', 'contact'],
  ['Inform/ Consult/ Engage', 'priority'],
];
for (const [printed, sense] of HEADINGS) {
  test(`the heading “${printed}” means ${sense}`, () => {
    assert.equal(matchHeading(printed)?.sense, sense);
  });
}

test('a heading known in full is surer than one known by its end, and that than by its start', () => {
  const [whole, end, start] = ['Lead officer', 'Press lead officer', 'Lead officer on call'].map(
    one => matchHeading(one)?.strength ?? 0,
  );
  assert.ok(whole! > end! && end! > start! && start! > 0);
});

test('sentences and long cells are no headings', () => {
  assert.equal(matchHeading('Kittens'), undefined);
  assert.equal(matchHeading(''), undefined);
  assert.equal(matchHeading('('.repeat(5000)), undefined);
  assert.equal(matchHeading(`action ${'and so on '.repeat(30)}`), undefined);
});

for (const [heading, sense] of [
  ['Update Q1', 'progress'],
  ['Progress at March 2025', 'progress'],
  ['Position as at 31/03/25', 'status'],
  ['Budget 2025/26', 'budget'],
  ['RAG (Q2)', 'rag'],
])
  test(`“${heading}” is known without its day`, () => {
    const match = matchHeading(heading ?? '');
    assert.deepEqual([match?.sense, (match?.strength ?? 0) > 0.9], [sense, true]);
  });
