/** Which letters of a text some rule has taken up, and what it took them for. */
export type Marks = {
  /** The first place of a pattern that no rule has taken up yet; it is taken up now. */
  take: (pattern: RegExp, means: string) => RegExpExecArray | undefined;
  /** Takes up a stretch that was found by other ways. */
  mark: (at: number, end: number, means: string) => void;
  /** What was taken up, as a sentence: "“£500” is the amount, “p.a.” says for what time". */
  why: () => string;
  /** The words that no rule took up; '' where only small words are left. */
  rest: () => string;
};

/** Words that only join what was taken up. */
const SMALL =
  /^(?:a|an|and|any|are|as|at|be|between|by|each|for|from|in|is|it|its|of|on|or|our|so|such|that|the|their|this|through|to|via|with|within|would|will|cost|costs|costed|price|total|budget|amount)$/i;

export function marksOn(text: string): Marks {
  const taken: { at: number; end: number; means: string }[] = [];
  const free = (at: number, end: number) => taken.every(one => end <= one.at || one.end <= at);
  const mark = (at: number, end: number, means: string) => void taken.push({ at, end, means });
  return {
    mark,
    take: (pattern, means) => {
      const found = [...text.matchAll(everywhere(pattern))].find(one =>
        free(one.index, one.index + one[0].length),
      );
      if (found) mark(found.index, found.index + found[0].length, means);
      return found;
    },
    why: () =>
      [...taken]
        .sort((a, b) => a.at - b.at)
        .map(({ at, end, means }) => `“${text.slice(at, end).replace(/\s+/g, ' ').trim()}” ${means}`)
        .join(', '),
    rest: () => {
      const left = leftOf(text, taken);
      const words = left.match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.every(word => SMALL.test(word)) ? '' : tidy(left);
    },
  };
}

/** The same pattern for all places and both cases; made once. */
function everywhere(pattern: RegExp): RegExp {
  const made = MADE.get(pattern) ?? new RegExp(pattern.source, 'giu');
  MADE.set(pattern, made);
  return made;
}

const MADE = new Map<RegExp, RegExp>();

function leftOf(text: string, taken: { at: number; end: number }[]): string {
  let left = '';
  let at = 0;
  for (const one of [...taken].sort((a, b) => a.at - b.at)) {
    left += `${text.slice(at, one.at)} `;
    at = Math.max(at, one.end);
  }
  return left + text.slice(at);
}

/** Without the brackets and signs that stood around what was taken up. */
const tidy = (left: string): string =>
  left
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\W*(?:and|plus)\b/i, '')
    .replace(/^[\s,;:.&+/()–-]+|[\s,;:&+/(–-]+$/g, '')
    .replace(/^([^(]*)\)$/, '$1')
    .trim();
