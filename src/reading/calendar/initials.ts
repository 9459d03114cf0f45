/** The months by their first letters, twice round. */
const YEARS = 'jfmamjjasond'.repeat(2);
/** Fewer letters fit several stretches of the year. */
const FEWEST = 6;

/** For headings side by side that are the first letters of months ("A M J J A S"), which months they are, 1 for January. */
export function monthInitials(headings: string[]): (number | undefined)[] {
  const letters = headings.map(heading =>
    /^\s*[a-z]\s*$/i.test(heading) ? heading.trim().toLowerCase() : ' ',
  );
  const row = letters.join('');
  const months: (number | undefined)[] = headings.map(() => undefined);
  for (const { 0: run, index } of row.matchAll(/[a-z]+/g)) {
    const starts = [...Array(12).keys()].filter(start => YEARS.startsWith(run.slice(0, 12), start));
    const [start, ...others] = starts;
    if (run.length < FEWEST || start === undefined || others.length) continue;
    for (let at = 0; at < run.length; at++) months[index + at] = ((start + at) % 12) + 1;
  }
  return months;
}
