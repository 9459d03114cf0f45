import assert from 'node:assert/strict';
import test from 'node:test';
import type { State } from '../reading.ts';
import { stateOf } from './state-words.ts';

const PLAIN: [string, State][] = [
  ['Complete', 'complete'],
  ['Completed (June 24)', 'complete'],
  ['COMPLETED – March 2025', 'complete'],
  ['Actioned.', 'complete'],
  ['Green – complete', 'complete'],
  ['100%', 'complete'],
  ['75% complete', 'in-progress'],
  ['0%', 'not-started'],
  ['ongoing - linked to the new group', 'ongoing'],
  ['Ongoing and linked to the new group', 'ongoing'],
  ['Work in progress', 'in-progress'],
  ['Amber (in progress)', 'in-progress'],
  ['Partly complete', 'in-progress'],
  ['Not yet complete', 'in-progress'],
  ['On track', 'in-progress'],
  ['Not started', 'not-started'],
  ['Not yet started – awaiting funding', 'not-started'],
  ['Pending', 'not-started'],
  ['Deferred to 2027', 'deferred'],
  ['On hold', 'deferred'],
  ['Resource Issue', 'deferred'],
  ['Not Being Progressed.', 'not-progressing'],
  ['Rejected', 'not-progressing'],
  ['Superseded by the new scheme', 'superseded'],
];
for (const [text, state] of PLAIN) {
  test(`“${text}” answers ${state}`, () => {
    assert.deepEqual([stateOf(text)?.state, stateOf(text)?.plain], [state, true]);
  });
}

const SPOKEN: [string, State][] = [
  ['The leaflet is being drafted with the ward councillors', 'in-progress'],
  ['Unlikely to be supported by members this year', 'not-progressing'],
  ['We see no justification at this time', 'not-progressing'],
  ['Subject to funding and a business case', 'deferred'],
  ['The code has been completed and sent to members', 'complete'],
  ['Now incorporated in the corporate plan', 'superseded'],
  ['Work has not yet started on this', 'not-started'],
];
for (const [text, state] of SPOKEN) {
  test(`“${text}” speaks of ${state}`, () => {
    assert.deepEqual([stateOf(text)?.state, stateOf(text)?.plain], [state, false]);
  });
}

for (const text of [
  '',
  'Complete the survey of members',
  'To be completed by May',
  'Publish when complete',
  'No longer has an in-house design team',
  'Open day for residents',
  'Planned maintenance works',
  'Agreed dates have been circulated',
  'Where appropriate',
  'as above',
]) {
  test(`“${text}” tells no state`, () => {
    assert.equal(stateOf(text), undefined);
  });
}
