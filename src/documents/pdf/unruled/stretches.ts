import type { Line } from '../words/line.ts';
import { type Column, columnsOf, leavesFree } from './columns.ts';
import { isParted, regionsOf } from './regions.ts';

/** Lines of one table, with those among them that run across its columns as titles of the rows below. */
export type Stretch = { lines: Line[]; across: Line[]; columns: Column[] };

/** Titles between the rows of a table are short. */
const MOST_TITLES = 2;
const LONGEST_TITLE = 14;
/** Fewer lines with several columns are words that happen to stand over one another. */
const FEWEST = 2;

/**
 * Where tables without lines may stand, with their columns. Regions that only titles part, and that have the same
 * columns, are one table. `before` are the columns of the table before these lines.
 */
export function stretchesOf(lines: Line[], before: Column[] | undefined): Stretch[] {
  const place = new Map(lines.map((line, index) => [line, index]));
  const stretches: Stretch[] = [];
  let known = before;
  for (const region of regionsOf(lines)) {
    const last = stretches.at(-1);
    const between = last && lines.slice((place.get(last.lines.at(-1)!) ?? 0) + 1, place.get(region[0]!));
    const joint =
      last &&
      between?.every(line => isTitle(line, region)) &&
      between.length <= MOST_TITLES &&
      between.length > 0
        ? jointColumns(last, region)
        : undefined;
    if (last && between && joint) {
      last.lines.push(...between, ...region);
      last.across.push(...between);
      last.columns = joint;
    } else stretches.push({ lines: [...region], across: [], columns: columnsFor(region, known) });
    known = stretches.at(-1)?.columns ?? known;
  }
  return stretches.filter(
    ({ lines: own, columns }) => columns.length > 1 && own.filter(isParted).length >= FEWEST,
  );
}

/** Larger words are headings of the document, not of rows. */
const isTitle = (line: Line, [first]: Line[]) =>
  line.words.length <= LONGEST_TITLE &&
  !isParted(line) &&
  first !== undefined &&
  line.size < first.size * 1.12;

/** The columns of two regions together, where they are not fewer than each has by itself. */
function jointColumns(above: Stretch, below: Line[]): Column[] | undefined {
  const lines = [...above.lines.filter(line => !above.across.includes(line)), ...below];
  const joint = columnsOf(lines);
  const own = columnsOf(below);
  const enough = below.length > 3 ? Math.max(above.columns.length, own.length) : own.length;
  return joint.length >= enough && joint.length >= above.columns.length && joint.length > 1
    ? joint
    : undefined;
}

/** A region's own columns, or those of the table before where it leaves them free and shows no more itself. */
function columnsFor(region: Line[], before: Column[] | undefined): Column[] {
  const own = columnsOf(region);
  if (!before || before.length < own.length || !leavesFree(before, region)) return own;
  return before.map(({ left, right }, index) => ({ left, right: Math.max(right, own[index]?.right ?? 0) }));
}
