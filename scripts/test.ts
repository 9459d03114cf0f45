import { globSync } from 'node:fs';
import { HOME } from '../src/platform/settings/settings.ts';
import { removeTestServer } from '../tests/support/database.ts';
import { passTogether } from './suites/together.ts';

/** What a run may be limited to: `npm test -- db`, `npm test -- journeys`, or any part of a path. */
const GROUPS: Record<string, RegExp> = {
  all: /./,
  quick: /^(?!tests\/journeys)(?!.*\.db\.test\.ts$)/,
  db: /(\.db|page)\.test\.ts$|^tests\/(isolation|promises)\//,
  journeys: /^tests\/journeys\//,
  long: /^tests\/long\//,
};

const [wanted = 'all', ...flags] = process.argv.slice(2);
const pattern = GROUPS[wanted] ?? new RegExp(wanted);
const files = globSync(
  ['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
  { cwd: HOME },
)
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => pattern.test(path) && (wanted === 'long' || !path.startsWith('tests/long/')));

if (!files.length) {
  console.error(`No test file matches "${wanted}".`);
  process.exit(2);
}
const passed = passTogether(files, { reporter: 'spec', flags });
await removeTestServer();
process.exit(passed ? 0 : 1);
