import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process of this machine, with its command line. */
export type Process = { pid: number; parent: number; state: string; line: string };

/**
 * Every process that has to do with a data folder: it stands in its command, in its surroundings, or is where it works
 * (PostgreSQL's own processes work inside it). Dead ones that nobody has buried yet do not count.
 */
export function processesOf(folder: string): Process[] {
  return everyProcess().filter(
    ({ pid, line, state }) =>
      state !== 'Z' && pid !== process.pid && (line.includes(folder) || surroundings(pid).includes(folder)),
  );
}

export const childrenOf = (pid: number): Process[] =>
  everyProcess().filter(({ parent, state }) => parent === pid && state !== 'Z');

function everyProcess(): Process[] {
  const text = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return text.split('\n').flatMap(row => {
    const [, pid, parent, state = '', line = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(row) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), state: state.slice(0, 1), line }] : [];
  });
}

function surroundings(pid: number): string {
  return [() => readlinkSync(`/proc/${pid}/cwd`), () => readFileSync(`/proc/${pid}/environ`, 'utf8')]
    .map(look => {
      try {
        return look();
      } catch {
        return ''; // ended meanwhile, another account's, or no Linux
      }
    })
    .join('\n');
}
