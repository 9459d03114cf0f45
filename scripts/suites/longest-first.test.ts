import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { HOME } from '../../src/platform/settings/settings.ts';
import { longestFirst } from './longest-first.ts';

test('routes of two organisations, browsers, other suites, pages, the database, rules', () => {
  const longest = [
    'tests/isolation/routes/two-organisations.test.ts',
    'tests/journeys/every-page.test.ts',
    'tests/journeys/walk.test.ts',
    'tests/counts.db.test.ts',
    'src/capabilities/plans/pages/plan/page.test.ts',
    'src/capabilities/plans/queries.db.test.ts',
    'src/timing/dated.test.ts',
    'src/timing/phrase.test.ts',
  ];
  assert.deepEqual(longestFirst(longest.toReversed()), longest);
});

test('every file is there once', () => {
  const files = globSync('{src,tests}/**/*.test.ts', { cwd: HOME });
  assert.deepEqual(longestFirst(files).sort(), files.sort());
});
