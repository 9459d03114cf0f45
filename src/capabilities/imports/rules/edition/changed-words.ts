/** A stretch of a text that stands on both sides, or only on this one. */
export type Stretch = { text: string; changed: boolean };

/** Longer texts are shown as changed in whole: a comparison of all words with all takes their product. */
const MOST_WORDS = 600;

/** Two texts with the words marked that only one of them has, blanks with the word before them. */
export function changedWords(before: string, after: string): { before: Stretch[]; after: Stretch[] } {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length > MOST_WORDS || other.length > MOST_WORDS)
    return { before: stretches([[before, true]]), after: stretches([[after, true]]) };
  const { kept, keptOther } = common(one, other);
  return {
    before: stretches(one.map((word, index) => [word, !kept.has(index)])),
    after: stretches(other.map((word, index) => [word, !keptOther.has(index)])),
  };
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];

/** Neighbours of one kind as one stretch; the blanks before a changed one are no change. */
function stretches(words: [string, boolean][]): Stretch[] {
  const all: Stretch[] = [];
  for (const [text, changed] of words) {
    const last = all.at(-1);
    const blank = changed && last?.changed !== true ? /^\s*/.exec(text)![0] : '';
    if (last?.changed === changed) last.text += text;
    else {
      if (last) last.text += blank;
      else if (blank) all.push({ text: blank, changed: false });
      if (text.length > blank.length) all.push({ text: text.slice(blank.length), changed });
    }
  }
  return all;
}

/** The places of a longest common run of words on each side. */
function common(one: string[], other: string[]): { kept: Set<number>; keptOther: Set<number> } {
  const bare = (word: string) => word.trim();
  const length = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      length[i]![j] =
        bare(one[i]!) === bare(other[j]!)
          ? length[i + 1]![j + 1]! + 1
          : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const kept = new Set<number>();
  const keptOther = new Set<number>();
  for (let i = 0, j = 0; i < one.length && j < other.length; )
    if (bare(one[i]!) === bare(other[j]!)) {
      kept.add(i++);
      keptOther.add(j++);
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  return { kept, keptOther };
}
