import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideColumns } from '../headings/columns.ts';
import { readHeading } from '../headings/heading.ts';
import { kindOfTable, type TableKind } from './kind.ts';

const TABLES: Record<TableKind, string[]> = {
  plan: [
    'Select Committee | Topic | Proposed Action',
    'Organisation | Contact | Method | Frequency | Lead',
    'Objective | Strategy | Measurement',
    'Key message | Stakeholder | Method',
    'Risk | Action | Owner | Due date',
    'Week commencing | Website | Social media | Press',
    'Timing | Management | External work | Internal work',
  ],
  audiences: [
    'Stakeholder | Power | Interest | Position',
    'Audience | What they need | Preferred channels',
    'Audience | Profile | Barriers | Role',
  ],
  channels: ['Method | Description | Existing | Proposed'],
  'set-aside': [
    'Information to be published | How the information can be obtained | Cost',
    'Year | Budget | Actual | Variance',
    'Risk | Probability | Impact | Mitigation | Owner | Review date',
    'Version | Date | Author | Change',
    'Role | Responsibilities',
  ],
};

for (const [kind, tables] of Object.entries(TABLES))
  for (const headings of tables)
    test(`“${headings}” is ${kind}`, () => {
      const columns = headings.split(' | ').map(text => readHeading([{ text, columns: 1, first: true }]));
      assert.equal(kindOfTable(decideColumns(columns, [])), kind);
    });
