import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { HOME } from '../../src/platform/settings/settings.ts';
import { longestFirst } from './longest-first.ts';

export type Together = {
  reporter: 'dot' | 'spec';
  /** For the process of each file, as `--test-name-pattern=...`. */
  flags?: readonly string[];
  env?: NodeJS.ProcessEnv;
};

/** What the engine translated for one file it need not translate for the next: half of what a file costs is its imports. */
const TRANSLATED = join(HOME, 'node_modules/.cache/commsgrid');

/** Runs test files of this checkout; whether all pass. */
export function passTogether(
  files: readonly string[],
  { reporter, flags = [], env = {} }: Together,
): boolean {
  const program = join(import.meta.dirname, 'run.ts');
  const { status } = spawnSync(
    process.execPath,
    [program, reporter, ...longestFirst(files), ...(flags.length ? ['--', ...flags] : [])],
    { cwd: HOME, stdio: 'inherit', env: { NODE_COMPILE_CACHE: TRANSLATED, ...process.env, ...env } },
  );
  return status === 0;
}
