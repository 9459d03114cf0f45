/** A row and a line that may be the same, with how well they fit: above 0. Lines count from 0. */
export type Pair = { row: number; line: number; fit: number };

type Market = {
  byRow: Map<number, Pair[]>;
  /** By line, who has it. */
  held: Map<number, Pair>;
  /** What rows and lines are worth so far, by which no step of a path costs less than nothing. */
  ofRow: Map<number, number>;
  ofLine: Map<number, number>;
};

/** `from`: the line that the row gives up for this one; none for the row that is being placed. */
type Reached = { by: Pair; from: number | undefined; cost: number; done: boolean };

/**
 * The pairs that fit best together as a whole, each row and each line in one at the most: where two rows fit one line
 * best, the one that has another nearly as good takes that. Shortest augmenting paths (Jonker and Volgenant 1987) over the
 * pairs that are given.
 */
export function bestPairs<Kind extends Pair>(pairs: Kind[]): Kind[] {
  const byRow = Map.groupBy<number, Pair>(pairs, pair => pair.row);
  // a row may also stay alone: a line of its own that is worth nothing
  for (const [row, own] of byRow) own.push({ row, line: -1 - row, fit: 0 });
  const market: Market = { byRow, held: new Map(), ofRow: new Map(), ofLine: new Map() };
  for (const row of byRow.keys()) place(row, market);
  return pairs.filter(pair => market.held.get(pair.line) === pair);
}

/** Gives a row its line, if need be by giving others their next best. */
function place(row: number, market: Market): void {
  const { byRow, held, ofRow, ofLine } = market;
  const reached = new Map<number, Reached>();
  const price = (line: number) => ofLine.get(line) ?? 0;
  ofRow.set(row, Math.min(...byRow.get(row)!.map(({ line, fit }) => -fit - price(line))));
  let next = nearest(reach({ row, from: undefined, cost: 0 }, market, reached));
  for (let holder = held.get(next.by.line); holder; holder = held.get(next.by.line))
    next = nearest(reach({ row: holder.row, from: next.by.line, cost: next.cost }, market, reached));
  for (const [line, { cost, done }] of reached) {
    const holder = held.get(line);
    if (!done || !holder) continue;
    ofLine.set(line, price(line) - (next.cost - cost));
    ofRow.set(holder.row, ofRow.get(holder.row)! + next.cost - cost);
  }
  ofRow.set(row, ofRow.get(row)! + next.cost);
  for (let step: Reached | undefined = next; step; step = reached.get(step.from ?? Number.NaN))
    held.set(step.by.line, step.by);
}

/** The lines that a row could have instead of the one it gives up. */
function reach(
  { row, from, cost }: { row: number; from: number | undefined; cost: number },
  { byRow, ofRow, ofLine }: Market,
  reached: Map<number, Reached>,
): Map<number, Reached> {
  for (const pair of byRow.get(row)!) {
    const further = cost - pair.fit - ofRow.get(row)! - (ofLine.get(pair.line) ?? 0);
    const known = reached.get(pair.line);
    if (!known || (!known.done && further < known.cost))
      reached.set(pair.line, { by: pair, from, cost: further, done: false });
  }
  return reached;
}

/** Every row can stay alone, so there always is one. */
function nearest(reached: Map<number, Reached>): Reached {
  let best: Reached | undefined;
  for (const one of reached.values()) if (!one.done && (!best || one.cost < best.cost)) best = one;
  best!.done = true;
  return best!;
}
