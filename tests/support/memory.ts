import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';

/** What a whole run may need, many times over; a container often has 64 MB there. */
const ENOUGH = 2 * 1024 ** 3;

/**
 * For databases that are thrown away: a copy of the template is a thousand files, and to make those takes ten times as
 * long on a disc as in memory. By the size of the place and not by what is free there: that changes while a run goes on,
 * and every test file must come to the same server.
 */
export function throwAwayFolder(): string {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { blocks, bsize } = statfsSync(MEMORY);
    return blocks * bsize >= ENOUGH ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
