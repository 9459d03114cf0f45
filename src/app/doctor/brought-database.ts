import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { binaries } from '../../platform/database/embedded/binaries.ts';
import { type Finding, mend, unseen } from './finding.ts';

/** The embedded database while it does not run. */
export type BroughtFacts = {
  /** Its major version; absent where the program does not start. */
  program?: number;
  /** Why there is no program. */
  fault?: string;
  /** The major version that made the files; absent before the first start, or where we may not look. */
  files?: number;
};

/** The files of one major version of PostgreSQL are not read by another. */
export function broughtFinding({ program, fault, files }: BroughtFacts): Finding {
  if (program === undefined)
    return mend('Database', `the PostgreSQL that Commsgrid brings does not start: ${fault}`, 'npm ci');
  if (files !== undefined && files !== program)
    return mend(
      'Database',
      `its files were made by PostgreSQL ${files}, and this Commsgrid brings ${program}. Go back to the release that made them.`,
      'git tag --list',
    );
  return unseen(
    'Database',
    `PostgreSQL ${program} is here and does not run; "npm start" starts it. It was not started just to look.`,
  );
}

export async function broughtFacts(dataFolder: string): Promise<BroughtFacts> {
  const files = filesVersion(dataFolder);
  const known = files === undefined ? {} : { files };
  try {
    const { postgres } = await binaries();
    const told = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
    const version = /\) (\d+)/.exec(told.stdout ?? '')?.[1];
    if (version) return { ...known, program: Number(version) };
    return { ...known, fault: told.error?.message ?? told.stderr.trim() };
  } catch (fault) {
    return { ...known, fault: (fault as Error).message };
  }
}

function filesVersion(dataFolder: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(dataFolder, 'postgres', 'PG_VERSION'), 'utf8'), 10);
  } catch {
    return undefined;
  }
}
