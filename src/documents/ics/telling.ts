/** Why something of a calendar is passed over. */
const WHY = {
  private: (n: number) => `${entries(n)} that ${n === 1 ? 'is' : 'are'} marked private`,
  untitled: (n: number) => `${entries(n)} without a title`,
  undated: (n: number) => `${entries(n)} without a day that can be read`,
  zone: (n: number) => `${entries(n)} in a time zone that the file does not describe`,
  long: (n: number) => `${entries(n)} of more than a year`,
  outside: (n: number) =>
    `${n === 1 ? 'one date' : `${n.toLocaleString('en-GB')} dates`} too long ago or too far ahead`,
  rule: (n: number) =>
    `how ${entries(n)} ${n === 1 ? 'repeats' : 'repeat'}, of which only the first date is here`,
};

export type Why = keyof typeof WHY;

const entries = (n: number): string => (n === 1 ? 'one entry' : `${n.toLocaleString('en-GB')} entries`);

export type Telling = { pass: (why: Why) => void; told: () => string[] };

/** Counts what is passed over, by why. */
export function countedTelling(): Telling {
  const counts = new Map<Why, number>();
  return {
    pass: why => counts.set(why, (counts.get(why) ?? 0) + 1),
    told: () => [...counts].map(([why, n]) => WHY[why](n)),
  };
}
