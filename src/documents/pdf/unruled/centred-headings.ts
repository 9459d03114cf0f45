import { type Line, lineOf } from '../words/line.ts';
import { blocksOf, centreOf, isLevel, type LineBlock } from './blocks.ts';
import type { Merged } from './centred-rows.ts';
import type { ColumnLines } from './column-lines.ts';

/** A heading over several columns, from the first to the last of them. */
export type GroupHeading = { from: number; to: number; lines: Line[] };

/** Headings in two rows, with all of their lines: those over several columns, and those that reach over both rows. */
export type TwoRows = { starts: number[]; merged: Merged[]; groups: GroupHeading[]; lines: Line[] };

/** The distance of base lines in a heading, as a share of the size: that of the rows below says nothing of it. */
const PITCH = 1.08;

type Head = { block: LineBlock; below: LineBlock | undefined };

/**
 * Headings in two rows, of which some stand half way between the two, or bold beside the upper one alone, and so reach
 * over both; nothing where headings are set otherwise.
 */
export const centredHeadings = (columns: ColumnLines[]): TwoRows | undefined =>
  headingsParted(columns, PITCH) ?? headingsParted(columns, TOUCHING);

/** Headings whose rows stand as near to each other as lines do: each line is by itself then. */
const TOUCHING = 0;

function headingsParted(columns: ColumnLines[], pitch: number): TwoRows | undefined {
  const heads = columns.flatMap((column): Head[] => {
    const [block, below] = blocksOf(column.lines, pitch);
    return block ? [{ block, below }] : [];
  });
  const upper = highest(heads.map(({ block }) => block));
  const lower = highest(heads.flatMap(({ block, below }) => (block.top === upper?.top ? (below ?? []) : [])));
  if (!upper || !lower || heads.length < columns.length) return undefined;
  const roles = heads.map(head => roleOf(head, upper, lower, pitch !== TOUCHING));
  if (roles.includes('none') || !roles.includes('both')) return undefined;
  const groups = runsBetween(roles).flatMap(({ from, to }) => groupsIn(from, to, heads, roles, columns));
  if (!groups.some(group => group.to > group.from)) return undefined;
  const merged = heads.flatMap(({ block }, column) =>
    roles[column] === 'both' ? [{ column, from: 0, to: 1, lines: block.lines }] : [],
  );
  const lines = heads.flatMap(({ block, below }, column) =>
    roles[column] === 'group' && below ? [...block.lines, ...below.lines] : block.lines,
  );
  return { starts: [upper.top, lower.top], merged, groups, lines };
}

const highest = (blocks: LineBlock[]): LineBlock | undefined =>
  blocks.reduce<LineBlock | undefined>(
    (top, block) => (top && top.top <= block.top ? top : block),
    undefined,
  );

/** What the first words of a column head: several columns, the column in both rows, or in the lower one only. */
function roleOf({ block, below }: Head, upper: LineBlock, lower: LineBlock, centred: boolean) {
  const [line] = block.lines;
  if (!line) return 'none';
  if (isLevel(block.top, upper.top, line)) {
    if (below && isLevel(below.top, lower.top, line)) return 'group';
    return isBold(upper) && isBold(lower) ? 'both' : 'none';
  }
  const middle = centreOf({ top: upper.top, bottom: lower.bottom });
  if (centred && isLevel(centreOf(block), middle, line)) return 'both';
  return isLevel(block.top, lower.top, line) ? 'lower' : 'none';
}

const isBold = ({ lines }: LineBlock): boolean => lines.every(line => line.bold);

/** Columns beside each other that have headings of their own in the lower row. */
function runsBetween(roles: string[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  roles.forEach((role, column) => {
    const run = runs.at(-1);
    if (role === 'both') return;
    if (run && run.to === column - 1) run.to = column;
    else runs.push({ from: column, to: column });
  });
  return runs;
}

/** The headings over a run of columns; where there are several, each is over the columns in whose middle it stands. */
function groupsIn(
  from: number,
  to: number,
  heads: Head[],
  roles: string[],
  columns: ColumnLines[],
): GroupHeading[] {
  const over = whole(
    roles.flatMap((role, column) =>
      role === 'group' && column >= from && column <= to
        ? [{ column, lines: heads[column]?.block.lines ?? [] }]
        : [],
    ),
  );
  const groups: GroupHeading[] = [];
  let begun = from;
  over.forEach(({ column, lines }, index) => {
    const next = over[index + 1]?.column;
    const end = next === undefined ? to : lastUnder(lines, begun, column, next - 1, columns);
    groups.push({ from: begun, to: end, lines });
    begun = end + 1;
  });
  return groups;
}

/** As a share of the size: a narrower gap is a blank inside one heading. */
const BLANK = 0.8;

/** Headings of which a column's edge cut the first line are one again. */
function whole(parts: { column: number; lines: Line[] }[]): { column: number; lines: Line[] }[] {
  const joined: { column: number; lines: Line[] }[] = [];
  for (const { column, lines } of parts) {
    const [before, [first, ...rest]] = [joined.at(-1), lines];
    const above = before?.lines[0];
    if (before && above && first && first.x0 - above.x1 < BLANK * first.size)
      before.lines = [lineOf([...above.words, ...first.words]), ...before.lines.slice(1), ...rest];
    else joined.push({ column, lines });
  }
  return joined;
}

/** Points within which two headings begin at one place. */
const SAME_PLACE = 2;

/**
 * Of the columns from `column` to `most`, the one up to which a heading stands nearest to the middle; the last where it
 * begins where the heading below it does.
 */
function lastUnder(
  lines: Line[],
  from: number,
  column: number,
  most: number,
  columns: ColumnLines[],
): number {
  const [first, last] = [lines[0]?.words[0], lines[0]?.words.at(-1)];
  const below = columns[column]?.lines.find(line => !lines.includes(line) && line.y > (lines[0]?.y ?? 0));
  if (from === column && below && Math.abs(below.x0 - ((first?.printed ?? first)?.x0 ?? 0)) < SAME_PLACE)
    return most;
  const middle = ((first?.printed ?? first)?.x0 ?? 0) / 2 + ((last?.printed ?? last)?.x1 ?? 0) / 2;
  const left = columns[from]?.measure.left ?? 0;
  const awayFrom = (to: number) => Math.abs((left + (columns[to]?.measure.right ?? 0)) / 2 - middle);
  let best = column;
  for (let to = column + 1; to <= most; to++) if (awayFrom(to) < awayFrom(best)) best = to;
  return best;
}
