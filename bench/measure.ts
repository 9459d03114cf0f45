import { cpuOf } from './cpu.ts';

export type Measured = { name: string; milliseconds: number; bar?: number };

/** Rounds of many requests; the middle round counts, because these machines are shared. */
const ROUNDS = 5;
/** Rounds before the counted ones: the engine translates what runs often, and statements are planned for good. */
const WARMING = 2;

/** Processor time of one request: what the named processes used for a round of them, divided by their number. */
export async function cpuPerRequest(
  pids: () => number[],
  request: () => Promise<unknown>,
  requests = 100,
): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < WARMING + ROUNDS; round++) {
    const before = cpuOf(pids());
    for (let number = 0; number < requests; number++) await request();
    rounds.push((cpuOf(pids()) - before) / requests);
  }
  return middle(rounds.slice(WARMING));
}

export function middle(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
