import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchHeading } from './match.ts';

const MEANT: [string, string][] = [
  ['Task Name', 'action'],
  ['Card name', 'action'],
  ['Readers', 'audience'],
  ['Edited by', 'owner'],
  ['Assignee', 'owner'],
  ['What do we want them to do?', 'purpose'],
  ['Their interest in the project', 'role'],
  ['Channel type', 'channel'],
];

for (const [heading, sense] of MEANT)
  test(`“${heading}” is known in full`, () => {
    const match = matchHeading(heading);
    assert.deepEqual([match?.sense, match?.strength], [sense, 1]);
  });
