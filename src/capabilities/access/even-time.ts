import { setTimeout } from 'node:timers/promises';

const TENTH_MS = 100;

/**
 * Hands back what came of the work at the next full tenth of a second after it began: what the database does a little
 * faster for nobody than for somebody is not seen from outside, however often it is measured.
 */
export async function inFullTenths<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  await setTimeout(TENTH_MS - ((performance.now() - begun) % TENTH_MS));
  return result;
}
