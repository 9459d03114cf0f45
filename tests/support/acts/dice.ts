/** Chance that comes again from the same seed, so that a failing sequence can be run again. */
export function dice(seed: number) {
  let state = seed * 7919 + 13;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return {
    next,
    pick: <T>(from: readonly T[]): T => from[next(from.length)]!,
    some: <T>(from: readonly T[], most: number): T[] =>
      from.filter(() => next(from.length) < most).slice(0, most),
  };
}
export type Dice = ReturnType<typeof dice>;
