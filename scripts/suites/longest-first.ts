/**
 * What takes longest begins first, so that no core waits at the end for a long file that another began late. By kind,
 * since the figures of one machine are nobody else's: journeys start a browser, isolation tries every route.
 */
const LONGEST: readonly RegExp[] = [
  /^tests\/isolation\/routes\/(two-organisations|jobs-and-queries|every-role)/,
  /^tests\/journeys\/every-page/,
  /^tests\/(journeys|promises)\//,
  /^tests\//,
  /(^|\/)page\.test\.ts$/,
  /\.db\.test\.ts$/,
];

export function longestFirst(files: readonly string[]): string[] {
  const place = (file: string): number => {
    const found = LONGEST.findIndex(kind => kind.test(file));
    return found < 0 ? LONGEST.length : found;
  };
  return files.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}
