import type { Line } from '../words/line.ts';

/** The words that a document prints whole and those of the field, to tell how broken ones are put together again. */
export type Vocabulary = {
  /** How often a word is printed; pieces at the ends of lines count too. */
  count: (word: string) => number;
  has: (word: string) => boolean;
  /** A whole word, wherever it stands. */
  isOfTheField: (word: string) => boolean;
  hasBeginning: (word: string) => boolean;
  /** Words are parted with hyphens at the ends of lines, as typesetters do and word processors seldom do. */
  hyphenates: boolean;
};

const LETTERS = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;
/** Shorter beginnings say nothing. */
const SHORTEST = 4;

/** Words of the field that stand in narrow columns and in their headings, and are broken there. */
const OF_THE_FIELD =
  `accountable achieved achievement action activities activity actions agreed annually approved audience audiences available background
  budget budgets businesses campaign category channel channels comment comments committee communication communications communicator
  community complete completed completion consultation contribution coordinator councillor councillors council deadline deliverable
  deliverables delivered delivery department departments description designation directorate director distribution email engagement
  evaluation evidence existing expected feedback fortnightly frequency governance headquarters immediate implementation impact
  independent information initiative intended intranet leadership location management manager managers marketing measure measures
  measurement measurements meeting meetings members message messages messenger method methods milestone milestones monitoring monthly
  neighbourhood newsletter newsletters objective objectives officer officers ongoing organisation organisations outcome outcomes
  output outputs owner ownership partners partnership performance periodic periodically portfolio practicable presentation
  priorities priority progress purpose quarterly rationale recipient recipients recommendation recommendations recommended
  reference representative representatives required requirement requirements residents resource resources response responsible
  responsibility responsibilities reviewed scheduled scrutiny secretary sector senior sergeant service services social specific
  spokesperson stakeholder stakeholders started status strategic strategy superintendent supervisor support target targets
  technology timescale timescales timetable timing undertaken update updates weekly website websites`.split(
    /\s+/,
  );

export function vocabularyOf(lines: Line[]): Vocabulary {
  const counts = new Map<string, number>();
  const beginnings = new Set<string>();
  const known = new Set(OF_THE_FIELD);
  const begin = (word: string) => {
    for (let length = SHORTEST; length < Math.min(word.length, 30); length++)
      beginnings.add(word.slice(0, length));
  };
  const add = (word: string) => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    begin(word);
  };
  OF_THE_FIELD.forEach(begin);
  for (const { text } of lines.flatMap(line => line.words)) {
    for (const [found] of text.toLowerCase().matchAll(LETTERS)) {
      add(found);
      if (found.includes('-')) found.split('-').forEach(add);
    }
  }
  const count = (word: string) => counts.get(word.toLowerCase()) ?? 0;
  return {
    count,
    isOfTheField: word => known.has(word.toLowerCase()),
    has: word => count(word) > 0 || known.has(word.toLowerCase()),
    hasBeginning: word => count(word) > 0 || beginnings.has(word.toLowerCase()),
    hyphenates: hyphenEnds(lines, count) >= ENOUGH,
  };
}

/** So many parted words that it cannot be by chance. */
const ENOUGH = 4;

/** Ends of lines where a hyphen parts what is printed whole elsewhere, or two pieces that are no words. */
function hyphenEnds(lines: Line[], count: (word: string) => number): number {
  return lines.filter(({ words }) => {
    const left = /(\p{L}{2,})[-\u2010]$/u.exec(words.at(-1)?.text ?? '')?.[1];
    return left !== undefined && count(left) <= 1;
  }).length;
}
