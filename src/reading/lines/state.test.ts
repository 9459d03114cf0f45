import assert from 'node:assert/strict';
import test from 'node:test';
import type { State } from '../reading.ts';
import { decideState, type Told } from './state.ts';

const NO_KEY: ReadonlyMap<string, State> = new Map();
const KEY = new Map<string, State>([
  ['green', 'complete'],
  ['g', 'complete'],
  ['amber', 'in-progress'],
]);

const told = (cells: Record<string, string>): Told =>
  Object.entries(cells).map(([field, text]) => ({ field, text }));

/** Cells of one line, its section, and the state with the field that told it. */
const LINES: [string, Record<string, string>, string | undefined, ReadonlyMap<string, State>?][] = [
  ['a column of states', { status: 'Done', comments: 'ongoing' }, 'complete status'],
  [
    'a column of states that only speaks of it',
    { status: 'Text is being drafted', comments: 'Complete' },
    'in-progress status',
  ],
  [
    'the newest of several updates',
    { 'other:Update Q1': 'Not started', 'other:Update Q2': 'In progress', 'other:Update Q3': '' },
    'in-progress other:Update Q2',
  ],
  [
    'an open action that says how far it is',
    { status: 'Open', comments: 'Not started' },
    'not-started comments',
  ],
  ['an open action that says no more', { status: 'Open', comments: 'Two quotes in' }, 'in-progress status'],
  ['a column of states beside a time', { status: 'Not started', when: 'Ongoing' }, 'not-started status'],
  ['a remark, where no column asks', { comments: 'Completed in May', when: 'Ongoing' }, 'complete comments'],
  ['a remark beside an empty answer', { status: 'See below', comments: 'On hold' }, 'deferred comments'],
  ['a state where the time should stand', { when: 'Complete' }, 'complete when'],
  ['a time alone', { when: 'Quarterly' }, undefined],
  ['a time that speaks of an end', { when: 'Until complete' }, undefined],
  ['a tick under “Done?”', { 'other:Done?': '✓' }, 'complete other:Done?'],
  ['a tick in a column of states', { status: '✔' }, 'complete status'],
  ['“No” under “Completed (Y/N)”', { 'other:Completed (Y/N)': 'No' }, 'not-started other:Completed (Y/N)'],
  ['a tick under anything else', { 'other:Leaflet': '✓' }, undefined],
  ['“Sent” under “Progress”', { 'other:Progress': 'Sent' }, 'complete other:Progress'],
  ['“Sent” under anything else', { 'other:Letter': 'Sent' }, undefined],
  ['a colour without a key', { status: 'Green' }, undefined],
  ['a letter without a key', { 'other:RAG': 'A' }, undefined],
  ['a colour with a key', { status: 'Green' }, 'complete status', KEY],
  ['a letter with a key', { 'other:RAG': 'G' }, 'complete other:RAG', KEY],
  ['a colour with words', { status: 'Amber – delayed' }, 'deferred status'],
  ['blue, which rates nothing else', { 'other:BRAG': 'Blue' }, 'complete other:BRAG'],
  ['a share', { status: '75%' }, 'in-progress status'],
  ['words of a measure', { measure: 'Number of actions completed' }, undefined],
];
for (const [what, cells, wanted, key = NO_KEY] of LINES) {
  test(`${what} tells ${wanted ?? 'nothing'}`, () => {
    const found = decideState(told(cells), '', key);
    assert.equal(found && `${found.state} ${found.field}`, wanted);
    assert.ok(!found || found.why);
  });
}

test('what the title says holds only where no cell tells', () => {
  assert.equal(decideState(told({ status: 'Done' }), 'Actions under way', NO_KEY)?.state, 'complete');
  assert.equal(decideState(told({ comments: 'Nice' }), 'Actions under way', NO_KEY)?.state, 'in-progress');
});
