import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideColumns } from './columns.ts';
import { readHeading } from './heading.ts';

const MEANT: Record<string, string[]> = {
  what: [
    'Planned activities',
    'Council action',
    'Improvement required',
    'Description of task',
    'Management action',
  ],
  recommendation: ['Audit recommendation', 'Original recommendation'],
  reference: ['Action #', 'KPI ref'],
  audience: ['Affected stakeholders', 'Stakeholders involved'],
  when: [
    'Proposed date',
    'Date of activity',
    'Timescale for implementation',
    'Copy deadline',
    'Week beginning',
  ],
  owner: ['Policy lead', 'Nominated officer', 'Project manager', 'Responsible department'],
  status: ['Current RAG', 'Update for committee', 'Progress against target'],
  budget: ['Indicative cost', 'Funding required', 'Cost to council'],
  why: ['Aim of communication', 'Anticipated impact'],
  measure: ['KPIs', 'Target / KPI', 'Quality measure'],
};

for (const [field, headings] of Object.entries(MEANT))
  for (const text of headings)
    test(`“${text}” is ${field}, by the word that the rest qualifies, and leaves no doubt`, () => {
      const [column] = decideColumns([readHeading([{ text, columns: 1, first: true }])], []);
      assert.deepEqual([column?.meaning, column?.doubt], [field, undefined]);
    });

test('a deadline is the time of a line before the month that it is filed under', () => {
  const columns = decideColumns(
    ['Month', 'Event', 'Copy deadline'].map(text => readHeading([{ text, columns: 1, first: true }])),
    [],
  );
  assert.deepEqual(
    columns.map(({ meaning }) => meaning),
    ['other', 'what', 'when'],
  );
});
