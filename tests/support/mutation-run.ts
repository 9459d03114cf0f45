import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import fc from 'fast-check';
import { mutated, survived } from './mutated.ts';

/** Milliseconds, and megabytes more than before: what no file may take. */
const LONGEST = 10_000;
const MOST = 400;
/** How many are read at once, as on a worker of two threads. */
const AT_ONCE = 2;

/** Reads so many mutated files of every format: none crashes or hangs a reader or takes all memory. Tells the seed. */
export async function readMutated(count: number, seed: number, told: TestContext): Promise<void> {
  told.diagnostic(`seed ${seed}`);
  const before = highest(true);
  const files = fc.sample(mutated, { numRuns: count, seed });
  let longest = 0;
  let read = 0;
  let next = 0;
  const readOn = async () => {
    for (let at = next++; at < files.length; at = next++) {
      const file = await files[at]?.();
      if (!file) continue;
      const { milliseconds, problem, fault } = await survived(file, LONGEST);
      assert.equal(fault, undefined, `file ${at} of seed ${seed}, ${file.name}: ${fault?.stack}`);
      assert.doesNotMatch(problem ?? '', /took longer|more memory/, `file ${at} of seed ${seed}`);
      longest = Math.max(longest, milliseconds);
      if (!problem) read++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  const grown = highest() - before;
  told.diagnostic(
    `${count} files, ${read} of them read; the longest took ${Math.round(longest)} ms, the process grew by ${Math.round(grown)} MB at most`,
  );
  assert.ok(grown < MOST * AT_ONCE, `the process grew by ${Math.round(grown)} MB`);
}

/** The most memory that this process has had, in megabytes (Linux; elsewhere what it has now); `anew` counts from now. */
function highest(anew = false): number {
  try {
    if (anew) writeFileSync('/proc/self/clear_refs', '5');
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.memoryUsage().rss / 1024 / 1024;
  }
}
