import { readdirSync, readFileSync } from 'node:fs';

/**
 * Processor time used so far by a process and everything it started, in milliseconds. Read from the scheduler's own
 * account of each thread (Linux), which counts nanoseconds where /proc/PID/stat counts ticks of ten milliseconds.
 */
export function cpuOf(pids: number[]): number {
  return pids.reduce((sum, pid) => sum + cpuOfProcess(pid) + cpuOfEnded(pid), 0);
}

/** What the children used that ended and were waited for: backends come and go with their connections. */
function cpuOfEnded(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10; // cutime and cstime, in ticks of ten milliseconds
  } catch {
    return 0;
  }
}

function cpuOfProcess(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const spent = threads.map(
      thread => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0],
    );
    return spent.reduce((sum, nanoseconds) => sum + Number(nanoseconds), 0) / 1e6;
  } catch {
    return 0; // it ended meanwhile
  }
}

/** All processes that `pid` started, and theirs. */
export function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // it ended meanwhile
    }
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
}

/** Proportional set size in megabytes: what the processes really take, shared pages counted once among those that share. */
export function memoryOf(pids: number[]): number {
  return pids.reduce((sum, pid) => sum + pssOf(pid), 0) / 1024;
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
