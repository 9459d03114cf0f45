import { compose } from 'node:stream';
import { run } from 'node:test';
import { dot, spec } from 'node:test/reporters';

/**
 * Runs test files in the order in which they are given, each in a process of its own, two at a time; `node --test` sorts
 * them by name. Used by together.ts: node scripts/suites/run.ts dot|spec <files> [-- <flags of each process>]
 */
const [reporter, ...given] = process.argv.slice(2);
const end = given.includes('--') ? given.indexOf('--') : given.length;

const events = run({ files: given.slice(0, end), concurrency: 2, execArgv: given.slice(end + 1) });
events.on('test:fail', () => {
  process.exitCode = 1;
});
compose(events, reporter === 'dot' ? dot : new spec()).pipe(process.stdout);
