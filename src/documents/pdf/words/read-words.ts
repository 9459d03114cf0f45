import type { Letter, PageMarks } from '../page/marks.ts';
import { type Angle, angleOf, turnedBack, turnedMarks } from './angles.ts';
import { wordsFrom } from './from-letters.ts';
import { printedOnce } from './printed-once.ts';
import type { Word } from './word.ts';

/** One page as words and lines, turned so that most of its words can be read. */
export type WordPage = Omit<PageMarks, 'letters'> & {
  words: Word[];
  /** Words set at a slant, which are stamps and watermarks. */
  slanted: Word[];
};

/** Beyond the paper nothing is printed. */
const OVERHANG = 3;

export function wordsOfPage(marks: PageMarks): WordPage {
  const { letters, ...page } = turnedMarks(marks, mostly(marks.letters));
  const onPaper = letters.filter(
    ({ x, y }) => x > -OVERHANG && y > -OVERHANG && x < page.width + OVERHANG && y < page.height + OVERHANG,
  );
  const by = Map.groupBy(onPaper, letter => angleOf(letter));
  const words = ([0, 90, 180, 270] as const).flatMap(angle =>
    turnedBack(by.get(angle) ?? [], angle, wordsFrom),
  );
  return { ...page, words: printedOnce(words), slanted: printedOnce(wordsFrom(by.get('slanted') ?? [])) };
}

/** The direction in which most letters run; some programs turn the paper, others turn what is on it. */
function mostly(letters: Letter[]): Angle {
  const counts = new Map<Angle | 'slanted', number>();
  for (const letter of letters) counts.set(angleOf(letter), (counts.get(angleOf(letter)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[0] !== 'slanted' && most[1] > letters.length * 0.6 ? most[0] : 0;
}
