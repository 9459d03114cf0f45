/** Of the records of one request, so many are named in a message; the page has them all. */
const MOST_NAMED = 8;

type Written = { title: string; sensitive: boolean; gone: boolean; counts?: string; happened?: string };

/** What a message says of the records of a request: nothing of the words of one that is marked OFFICIAL-SENSITIVE. */
export function namedRecords(records: readonly Written[]): {
  titles: string[];
  more: number;
  kept: number;
  counts: string[];
  happened: string[];
} {
  const there = records.filter(({ gone }) => !gone);
  const open = there.filter(({ sensitive }) => !sensitive);
  return {
    titles: open.slice(0, MOST_NAMED).map(({ title }) => title),
    more: Math.max(0, open.length - MOST_NAMED),
    kept: there.length - open.length,
    counts: whatCounts(records),
    happened: whatHappened(records),
  };
}

/** What counts as done, each once: many records of one promise say the same. */
export const whatCounts = (records: readonly Written[]): string[] => saidOnce(records, 'counts');

/** What made them due, each once. */
export const whatHappened = (records: readonly Written[]): string[] => saidOnce(records, 'happened');

const saidOnce = (records: readonly Written[], what: 'counts' | 'happened'): string[] => [
  ...new Set(records.flatMap(one => (one[what] && !one.sensitive && !one.gone ? one[what] : []))),
];
