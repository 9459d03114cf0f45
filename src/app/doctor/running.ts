import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alive } from '../../platform/database/embedded/postmaster.ts';
import { type Finding, mend, unseen, well } from './finding.ts';

/** What is known of a Commsgrid on this data folder; nothing where none runs or we may not look. */
export type Running = {
  process: number;
  /** The address people use. */
  url: string;
  /** The one on this machine, behind whatever stands before it. */
  at: string;
  /** Absent where nothing answers. */
  health?: { ready: boolean; version: string };
};

export function runningFinding(running: Running | undefined): Finding {
  if (!running) return unseen('Commsgrid', 'does not run on this data folder. "npm start" starts it.');
  const { process, url, at, health } = running;
  if (health?.ready) return well('Commsgrid', `${health.version} runs at ${url} (process ${process}).`);
  return mend(
    'Commsgrid',
    health
      ? `runs at ${url} (process ${process}), and its database does not answer; it tries again by itself.`
      : `process ${process} should serve ${at}, and nothing answers there. Stop it, then start it anew.`,
    health ? 'npx commsgrid doctor' : `kill ${process} && npm start`,
  );
}

export async function runningFacts(dataFolder: string): Promise<Running | undefined> {
  const noted = readNote(join(dataFolder, 'running.json'));
  if (!noted || !alive(noted.process) || !isCommsgrid(noted.process)) return undefined;
  const health = await healthAt(noted.at);
  return { ...noted, ...(health && { health }) };
}

function readNote(path: string): Omit<Running, 'health'> | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The note outlives a killed process, and its number may by now be another program's. */
function isCommsgrid(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('src/main.');
  } catch {
    return false;
  }
}

/** What a Commsgrid says of itself; undefined where none answers. */
export async function healthAt(url: string): Promise<Running['health']> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1_500) });
    const { ready, version } = (await answer.json()) as { ready: unknown; version: unknown };
    return typeof version === 'string' ? { ready: ready === true, version } : undefined;
  } catch {
    return undefined;
  }
}
