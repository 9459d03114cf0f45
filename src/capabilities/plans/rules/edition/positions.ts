/** A line where it stands, or one that is new. */
export type InOrder = { key: string; position?: number };

/**
 * The positions that give this order. Whoever stands in the right order stays, as far as there is room, so that as few
 * lines as may be are written.
 */
export function positionsFor(order: InOrder[]): Map<string, number> {
  const staying = longestRun(order.map(({ position }) => position ?? Number.NaN));
  const positions = new Map<string, number>();
  let last = 0;
  for (const [index, { key, position }] of order.entries()) {
    last = staying.has(index) ? Math.max(last + 1, position!) : last + 1;
    positions.set(key, last);
  }
  return positions;
}

/** The places of a longest run of numbers that rise; what is no number is in none. */
function longestRun(numbers: number[]): Set<number> {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    if (Number.isNaN(number)) continue;
    const at = firstNotBelow(ends, end => numbers[end]! < number);
    before[index] = ends[at - 1];
    ends[at] = index;
  }
  const run = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before[index]) run.add(index);
  return run;
}

function firstNotBelow(ends: number[], isBelow: (end: number) => boolean): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(ends[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
