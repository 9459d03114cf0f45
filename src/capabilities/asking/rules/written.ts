/** Of the records of one request, so many are named in a message; the page has them all. */
const MOST_NAMED = 8;

/** What a message says of the records of a request: never the title of one that is marked OFFICIAL-SENSITIVE. */
export function namedRecords(records: readonly { title: string; sensitive: boolean; gone: boolean }[]): {
  titles: string[];
  more: number;
  kept: number;
} {
  const there = records.filter(({ gone }) => !gone);
  const open = there.filter(({ sensitive }) => !sensitive).map(({ title }) => title);
  return {
    titles: open.slice(0, MOST_NAMED),
    more: Math.max(0, open.length - MOST_NAMED),
    kept: there.length - open.length,
  };
}
