import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../platform/settings/settings.ts';
import { type Finding, mend, well } from './finding.ts';

export type NodeFacts = {
  /** As `process.version` has it: v26.10.0 */
  version: string;
  program: string;
  /** The Node that npm installed with Commsgrid; its version is absent where it does not start. */
  brought: { program: string; version?: string };
};

/** Temporal, the types stripped from TypeScript, and argon2 are what asks for it. */
const OLDEST = 26;

export function nodeFinding({ version, program, brought }: NodeFacts): Finding {
  if (!brought.version)
    return mend(
      'Node',
      `the Node that Commsgrid brings does not start (${brought.program}).`,
      'npm ci --ignore-scripts=false',
    );
  if (program === brought.program) return well('Node', `${version}, the one that Commsgrid brings.`);
  const old = canRun(version) ? '' : ` Commsgrid needs Node ${OLDEST} or later.`;
  return mend(
    'Node',
    `this is ${version} from ${program}, not the ${brought.version} that Commsgrid brings and is tested with.${old}`,
    'npx commsgrid doctor',
  );
}

export const canRun = (version: string): boolean => Number.parseInt(version.slice(1), 10) >= OLDEST;

export function nodeFacts(): NodeFacts {
  return { version: process.version, program: process.execPath, brought: broughtNode() };
}

function broughtNode(): NodeFacts['brought'] {
  const link = join(HOME, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const shell = process.platform === 'win32';
  const answer = spawnSync(link, ['-p', 'process.execPath + " " + process.version'], {
    encoding: 'utf8',
    shell,
  });
  const [, program, version] = /^(.*) (v\d+\S*)\s*$/.exec(answer.stdout ?? '') ?? [];
  if (program && version) return { program: realpathSync(program), version };
  return { program: link };
}
