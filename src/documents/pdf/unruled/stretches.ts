import type { Ruling } from '../page/marks.ts';
import type { Line } from '../words/line.ts';
import { type Column, columnsOf, leavesFree, runsAcross } from './columns.ts';
import { gapsOf, isParted } from './gaps.ts';
import { partedAtShifts } from './layout-shifts.ts';
import { dropProseBelow } from './prose-below.ts';
import { isTitle, regionsOf } from './regions.ts';
import { ruleGroups } from './rule-groups.ts';

/** Lines of one table, with those among them that run across its columns as titles of the rows below. */
export type Stretch = {
  lines: Line[];
  across: Line[];
  columns: Column[];
  /** It stands right below a table with columns elsewhere. */
  adjoins?: true;
  /** Its columns are those of a table before it. */
  known?: true;
  /** It goes on with the table of the page before. */
  goesOn?: true;
};

/** The columns of a table before; `open` where nothing stood below it on its page, so that it may go on. Its `headings` are the lines of its first row. */
export type Before = { columns: Column[]; open: boolean; headings: string[][] };

/** Titles between the rows of a table are short. */
const MOST_TITLES = 2;
const LONGEST_TITLE = 14;
/** Fewer lines with several columns are words that happen to stand over one another. */
const FEWEST = 2;

/**
 * Where tables without upright lines may stand, with their columns: between lines across, and where gaps run through.
 * What stands at the head of a page in the columns of the page before goes on with that table.
 */
export function stretchesOf(lines: Line[], rulings: Ruling[], before: Before | undefined): Stretch[] {
  const groups = ruleGroups(lines, rulings);
  const grouped = new Map(groups.flatMap(group => group.lines.map(line => [line, group] as const)));
  const stretches: Stretch[] = [];
  for (const part of runsOf(lines, line => grouped.get(line))) {
    const group = part[0] && grouped.get(part[0]);
    if (group) stretches.push({ lines: part, across: [], columns: group.columns, known: true });
    else stretches.push(...gapStretches(part, part[0] === lines[0] ? before : undefined, stretches.at(-1)));
  }
  const used = new Set(stretches.flatMap(stretch => stretch.lines));
  const free = lines.map(line => (used.has(line) ? undefined : line));
  for (const stretch of stretches) {
    addGroupHeadings(stretch, free[lines.indexOf(stretch.lines[0]!) - 1]);
    addTitles(stretch);
    dropProseBelow(stretch);
  }
  return stretches.filter(isTable);
}

/** Lines one after the other for which the same is true. */
function runsOf<Key>(lines: Line[], keyOf: (line: Line) => Key): Line[][] {
  const runs: Line[][] = [];
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    if (above && keyOf(above) === keyOf(line)) runs.at(-1)?.push(line);
    else runs.push([line]);
  });
  return runs;
}

/** Regions that only titles part, and that have the same columns, are one stretch. */
function gapStretches(lines: Line[], before: Before | undefined, above: Stretch | undefined): Stretch[] {
  const first = before?.open ? goingOn(lines, before.columns) : undefined;
  const rest = lines.slice(first?.lines.length ?? 0);
  const stretches = first ? [first] : [];
  let known = before?.columns ?? above?.columns;
  for (const region of regionsOf(rest)) {
    for (const [index, part] of partedAtShifts(withoutTitles(region)).entries()) {
      const last = stretches.at(-1);
      const joint = index === 0 && last ? joined(last, part, lines) : undefined;
      if (last && joint) Object.assign(last, joint);
      else stretches.push({ ...ownOrKnown(part, known), ...(index > 0 ? { adjoins: true as const } : {}) });
      known = stretches.at(-1)?.columns ?? known;
    }
  }
  return stretches;
}

/** As a share of the size: headings over several columns stand right above the headings. */
const RIGHT_ABOVE = 2.4;
const LONGEST_HEADING = 8;

/** A line right above, which leaves the first column free, heads several columns. */
function addGroupHeadings(stretch: Stretch, above: Line | undefined): void {
  const [first] = stretch.lines;
  const second = stretch.columns[1];
  if (!above || !first || !second || stretch.goesOn || stretch.columns.length < 3) return;
  const short = above.words.length <= LONGEST_HEADING;
  const near = short && first.y - above.y < RIGHT_ABOVE * first.size && Math.abs(first.size - above.size) < 1;
  if (near && first.bold === above.bold && above.x0 > second.left - 2) stretch.lines.unshift(above);
}

/** Lines that run across its columns are titles. */
function addTitles(stretch: Stretch): void {
  const { lines, across, columns } = stretch;
  across.push(...lines.filter(line => !across.includes(line) && runsAcross(line, columns)));
}

/** The lines from the head of a page on that stand in these columns and are no title. */
function goingOn(lines: Line[], columns: Column[]): Stretch | undefined {
  const end = lines.findIndex((line, index) => {
    const above = lines[index - 1] ?? line;
    const titleFirst = index === 0 && line.bold && !isParted(line);
    return titleFirst || !leavesFree(columns, [line]) || isTitle(line, above, lines[0] ?? line);
  });
  const own = end < 0 ? lines : lines.slice(0, end);
  return own.length ? { lines: own, across: [], columns, goesOn: true } : undefined;
}

/** Bold lines alone at the end belong to what follows. */
function withoutTitles(lines: Line[]): Line[] {
  const [last, above] = [lines.at(-1), lines.at(-2)];
  const left = Math.min(...lines.map(line => line.x0));
  const isTitle = last?.bold && above?.bold === false && !isParted(last) && last.x0 <= left + 2;
  return isTitle ? lines.slice(0, -1) : lines;
}

/** Two regions as one table, where at most titles stand between them and their columns agree. */
function joined(last: Stretch, region: Line[], lines: Line[]): Stretch | undefined {
  const [first] = region;
  const end = last.lines.at(-1);
  if (!first || !end) return undefined;
  const between = lines.slice(lines.indexOf(end) + 1, lines.indexOf(first));
  if (between.length === 0 || between.length > MOST_TITLES) return undefined;
  if (!between.every(line => isRowTitle(line, region))) return undefined;
  const columns = jointColumns(last, region);
  if (!columns) return undefined;
  return {
    ...last,
    lines: [...last.lines, ...between, ...region],
    across: [...last.across, ...between.filter(line => line.bold || runsAcross(line, columns))],
    columns,
  };
}

/** Larger words are headings of the document, not of rows. */
const isRowTitle = (line: Line, [first]: Line[]) =>
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
function ownOrKnown(lines: Line[], known: Column[] | undefined): Stretch {
  const own = columnsOf(lines);
  if (!known || known.length < own.length || !leavesFree(known, lines))
    return { lines, across: [], columns: own };
  const last = known.at(-1);
  const right = Math.max(last?.right ?? 0, own.at(-1)?.right ?? 0);
  const columns = known.map(column => (column === last ? { ...column, right } : column));
  return { lines, across: [], columns, known: true };
}

/** Lines with several columns, as many as make a table; one is enough in the columns of a table known already. */
function isTable(stretch: Stretch): boolean {
  if (stretch.goesOn) return true;
  const parted = stretch.lines.filter(isParted);
  if (stretch.columns.length < 2 || parted.length === 0) return false;
  return (
    parted.length >= FEWEST ||
    stretch.adjoins === true ||
    (stretch.known === true && parted.some(line => gapsOf(line).length > 1))
  );
}
