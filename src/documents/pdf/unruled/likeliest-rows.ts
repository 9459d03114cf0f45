import type { Line } from '../words/line.ts';

/** A line with the column that it stands in, and what speaks for its going on with the cell of the line above it there. */
export type PlacedLine = { line: Line; column: number; goesOn: number };

/** Whether a row begins with a line. */
export type Cut = 'must' | 'may' | 'never';

/** Where in the height of their row the cells of a table are set. */
type Setting = 'top' | 'middle' | 'foot';

/** How well lines part into rows: the last row's first line, and the way up to there. */
type Way = { score: number; begin: number; before: Way | undefined };

/** So much better must another setting explain the lines than the usual one. */
const CLEARLY = 6;
/** More lines than the cells of a row have together; beyond, only what must be looked at is. */
const MOST_IN_ROW = 500;

/**
 * The indexes of the lines with which rows begin. Of all ways to part the lines, from top to bottom, the likeliest is
 * taken: sentences run on inside cells, cells stand where the table sets them in their rows, and few of them are empty.
 */
export function likeliestRows(lines: PlacedLine[], cuts: Cut[], width: number): number[] {
  if (lines.length === 0) return [];
  const weights = weightsOf(lines, width);
  const [top, middle, foot] = (['top', 'middle', 'foot'] as const).map(setting =>
    likeliest(lines, cuts, weights, setting),
  );
  if (!top || !middle || !foot) return [0];
  const other = middle.score >= foot.score ? middle : foot;
  return begunOn(other.score > top.score + CLEARLY ? other : top);
}

function begunOn(way: Way): number[] {
  const begun: number[] = [];
  for (let row: Way | undefined = way; row; row = row.before) begun.unshift(row.begin);
  return begun;
}

/** Of each place at which a row may end the best way to come to it, and so the best to the end. */
function likeliest(lines: PlacedLine[], cuts: Cut[], weights: number[], setting: Setting): Way | undefined {
  const at = [...cuts.keys().filter(index => cuts[index] !== 'never'), lines.length];
  const ways: (Way | undefined)[] = [undefined];
  at.slice(1).forEach((end, row) => {
    let best: Way | undefined;
    for (let begun = row; begun >= 0; begun--) {
      const begin = at[begun] ?? 0;
      if (best && end - begin > MOST_IN_ROW) break;
      const before = ways[begun];
      const score = (before?.score ?? 0) + rowScore(lines.slice(begin, end), weights, setting);
      if (!best || score > best.score) best = { score, begin, before };
      if (cuts[begin] === 'must') break;
    }
    ways.push(best);
  });
  return ways.at(-1);
}

/** Against a row, as logarithms: a cell without words, and more so the first; a cell that stands elsewhere in its row. */
const EMPTY = 2.3;
const FIRST_EMPTY = 5;
const TITLE = 6;
const ELSEWHERE = 6;
/** As a share of the size: heights nearer than this are one. */
const LEVEL = 0.3;

/** What an empty cell counts in each column: less where the column has few cells, as one of remarks or of labels has. */
function weightsOf(lines: PlacedLine[], width: number): number[] {
  const cells = Array.from(
    { length: width },
    (_, column) => lines.filter(one => one.column === column && one.goesOn <= 0).length,
  );
  const usual = [...cells].sort((a, b) => a - b)[Math.floor(width / 2)] ?? 1;
  return cells.map(
    (count, column) => (column === 0 ? FIRST_EMPTY : EMPTY) * Math.min(1, count / Math.max(1, usual)),
  );
}

function rowScore(lines: PlacedLine[], weights: number[], setting: Setting): number {
  const cells = [...Map.groupBy(lines, ({ column }) => column).values()];
  const height = heightOf(lines, setting);
  const near = LEVEL * (lines[0]?.line.size ?? 10);
  const elsewhere = cells.filter(cell => Math.abs(heightOf(cell, setting) - height) > near).length;
  const goingOn = cells.reduce(
    (sum, cell) => sum + cell.slice(1).reduce((all, one) => all + one.goesOn, 0),
    0,
  );
  return goingOn - ELSEWHERE * elsewhere - emptiness(lines, weights);
}

/** A title of the rows below fills the first cell alone, mostly in bold. */
function emptiness(lines: PlacedLine[], weights: number[]): number {
  const isAlone = lines.every(({ column }) => column === 0);
  if (isAlone && lines.every(({ line }) => line.bold)) return EMPTY;
  const empty = weights.filter((_, column) => !lines.some(one => one.column === column));
  const sum = empty.reduce((all, weight) => all + weight, 0);
  return isAlone ? Math.min(TITLE, sum) : sum;
}

/** The height by which the setting places the lines of a cell, or of a whole row. */
function heightOf(lines: PlacedLine[], setting: Setting): number {
  const top = lines[0]?.line.y ?? 0;
  const foot = lines.at(-1)?.line.y ?? 0;
  return setting === 'top' ? top : setting === 'foot' ? foot : (top + foot) / 2;
}
