import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { HOME } from '../src/platform/settings/settings.ts';

/** One thing that stays true, and the command that looks whether it does. */
type Step = { sentence: string; command: string; args: string[]; when?: () => boolean };

const node = (script: string, ...args: string[]): Pick<Step, 'command' | 'args'> => ({
  command: process.execPath,
  args: [script, ...args],
});
const tool = (name: string, ...args: string[]) => ({ command: join(HOME, 'node_modules/.bin', name), args });
const look = (name: string) => node('scripts/checks/run.ts', name);

/** The same list for people and for CI, quickest first. */
const ALWAYS: Step[] = [
  { sentence: 'The types hold.', ...tool('tsc') },
  { sentence: 'Lint and format hold.', ...tool('biome', 'check', '--error-on-warnings') },
  {
    sentence: 'Each folder imports only what its room may, and nothing in a circle.',
    ...look('import-rules'),
  },
  { sentence: 'No file or function has grown beyond reading.', ...look('sizes') },
  { sentence: 'Nothing is left unfinished.', ...look('unfinished-words') },
  { sentence: 'Nothing of the given documents stands in what we write.', ...look('input-words') },
  { sentence: 'Every dependency may be used freely.', ...look('dependency-licences') },
  { sentence: 'From nothing, the migrations make the schema that is written down.', ...look('schema-dump') },
  { sentence: 'Every route that there was is there, and admits whom it did.', ...look('routes') },
  {
    sentence: 'All tests pass on the embedded database, pages and journeys included.',
    ...node('scripts/test.ts'),
    when: () => process.env.COMMSGRID_TESTED !== 'yes',
  },
  {
    sentence: 'The database suites pass on PostgreSQL 15, for an account without special rights.',
    ...look('postgres-15'),
  },
  { sentence: 'Replies are collected from a real mail server.', ...look('dovecot') },
  { sentence: 'Feeds are shown as they are meant by calendar programs.', ...look('calendar-clients') },
];

const LONG: Step[] = [
  ...ALWAYS,
  { sentence: 'The long suites pass: deaths, odd places to live.', ...node('scripts/test.ts', 'long') },
];

const steps = process.argv[2] === 'long' ? LONG : ALWAYS;
const failed: string[] = [];
for (const step of steps) {
  if (step.when && !step.when()) {
    console.log(`\n· ${step.sentence} (seen a moment ago)`);
    continue;
  }
  console.log(`\n· ${step.sentence}`);
  const began = performance.now();
  const done = spawnSync(step.command, step.args, { cwd: HOME, stdio: 'inherit' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (done.status === 0) console.log(`  holds (${seconds} s)`);
  else failed.push(step.sentence);
}
if (failed.length) {
  console.error(`\nThis does not hold:\n${failed.map(sentence => `  ${sentence}`).join('\n')}`);
  process.exit(1);
}
console.log(`\n${steps.length} of ${steps.length} hold.`);
