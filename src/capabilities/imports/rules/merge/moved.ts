import type { Match, MergeInput } from './merging.ts';

/** Of rows in their order: lines that stand elsewhere in the file than in the order it was given out in, or in the plan where that is unknown. */
export function movedLines(matches: Match[], { base, lines }: MergeInput): Set<string> {
  const places = placesOf(base.map(({ id }) => id));
  const now = placesOf(lines.map(({ id }) => id));
  const known = matches.filter(({ line }) => places.has(line));
  const ordered = known.length ? known : matches;
  const place = ({ line }: Match) => (known.length ? places : now).get(line)!;
  const moved = movedAmong(ordered.map(place));
  return new Set(ordered.filter((_, index) => moved[index]).map(({ line }) => line));
}

const placesOf = (ids: string[]): Map<string, number> => new Map(ids.map((id, index) => [id, index]));

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
