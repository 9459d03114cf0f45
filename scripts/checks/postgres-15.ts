import { globSync } from 'node:fs';
import { HOME } from '../../src/platform/settings/settings.ts';
import { passTogether } from '../suites/together.ts';
import type { Check } from './check.ts';
import { postgres15 } from './postgres-15/programs.ts';
import { withServer } from './postgres-15/server.ts';

/**
 * Whatever asks the database something that could differ between its versions. Of the suites that go through all routes
 * one does: the others ask the same statements once more.
 */
const SUITES = [
  'src/**/*.db.test.ts',
  'src/**/page.test.ts',
  'tests/isolation/*.test.ts',
  'tests/isolation/{catalogue,sources}/**/*.test.ts',
  'tests/isolation/routes/{two-organisations,jobs-and-queries,rights}.test.ts',
  'scripts/**/*.db.test.ts',
];

export const check: Check = {
  sentence: 'The database suites pass on PostgreSQL 15, for an account without special rights.',
  run: async () => {
    const programs = postgres15();
    if (!programs)
      return [
        'PostgreSQL 15 is not on this machine. Install it (Debian: sudo apt-get install postgresql-15).',
      ];
    return withServer(programs, async url =>
      suitesPass(url) ? [] : ['A suite fails on PostgreSQL 15; see above.'],
    );
  },
};

function suitesPass(url: string): boolean {
  const files = globSync(SUITES, { cwd: HOME }).map(path => path.replaceAll('\\', '/'));
  console.log(`  ${files.length} files on a PostgreSQL 15 of their own.`);
  return passTogether(files, { reporter: 'dot', env: { TEST_DATABASE_URL: url } });
}
