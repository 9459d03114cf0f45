import type { Word } from './word.ts';

/** Points within which the same word printed again is the same print: boldness and shadows are made so. */
const SAME = 1.5;

/** Leaves out words that are printed over themselves; those are bold. */
export function printedOnce(words: Word[]): Word[] {
  const seen = new Map<string, Word>();
  return words.filter(word => {
    const twin = placesAround(word)
      .map(place => seen.get(place))
      .find(other => other && Math.abs(other.x0 - word.x0) < SAME && Math.abs(other.y - word.y) < SAME);
    if (twin) twin.bold = true;
    else seen.set(placeOf(word), word);
    return !twin;
  });
}

const placeOf = ({ text, x0, y }: Word, right = 0, down = 0) =>
  `${Math.round(x0 / SAME) + right} ${Math.round(y / SAME) + down} ${text}`;

const NEAR = [-1, 0, 1];
const placesAround = (word: Word) => NEAR.flatMap(right => NEAR.map(down => placeOf(word, right, down)));
