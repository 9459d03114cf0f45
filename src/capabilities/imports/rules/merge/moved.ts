/**
 * Which of some things stand elsewhere than they did: as few as can be, so that a row that was taken to the end counts
 * and not all that it passed. `before`: the old place of each, in the new order.
 */
export function movedAmong(before: number[]): boolean[] {
  // ends[n]: the thing with the lowest old place at the end of a run of n + 1 that kept their order
  const ends: number[] = [];
  const previous: number[] = [];
  before.forEach((place, index) => {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (before[ends[middle]!]! < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const moved = before.map(() => true);
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) moved[at] = false;
  return moved;
}
