import { breaksOff, fits } from '../prose/breaks.ts';
import type { Line } from '../words/line.ts';
import type { ColumnLines } from './column-lines.ts';
import type { Parting } from './row-starts.ts';

/** Where in the height of their row the cells of a table are set. */
type Setting = 'top' | 'middle' | 'foot';

/** A line with the column that it stands in, and what speaks for its being in one cell with the line above it there. */
type Placed = { line: Line; column: number; joins: number };

/** How well lines part into rows, and the index of the first line of each row. */
type Parted = { score: number; begun: number[] };

/** So much better must another setting explain the lines than the usual one. */
const CLEARLY = 6;
/** More lines than a page of a table has, and than a row has in all of its cells. */
const MOST_LINES = 1500;
const MOST_IN_ROW = 250;

/**
 * The heights at which rows begin whose cells stand in the middle or at the foot of them; nothing where the cells rather
 * stand at the top. Of all ways to part the lines into rows the likeliest is taken: cells stand where the setting puts
 * them, sentences run on inside cells, and few cells are empty.
 */
export function alignedRows(columns: ColumnLines[], ruled: Parting): number[] | undefined {
  const placed = columns
    .flatMap((column, index) => placedIn(column, index))
    .sort((a, b) => a.line.y - b.line.y);
  if (ruled.all || placed.length > MOST_LINES || placed.length === 0) return undefined;
  const cuts = cutsOf(placed, columns, ruled);
  const usual = parted(placed, cuts, columns.length, 'top');
  const others = (['middle', 'foot'] as const).map(setting => parted(placed, cuts, columns.length, setting));
  const [best] = others.sort((a, b) => b.score - a.score);
  if (!best || best.score < usual.score + CLEARLY) return undefined;
  return best.begun.map(index => placed[index]?.line.y ?? 0);
}

const placedIn = ({ lines, measure }: ColumnLines, column: number): Placed[] =>
  lines.map((line, index) => {
    const above = lines[index - 1];
    return { line, column, joins: above ? likenessToJoin(line, above, measure) : 0 };
  });

/** As a share of the usual distance of base lines: more is a gap. */
const GAP = 1.25;

/** How much likelier (as a logarithm) the line goes on with the cell of the line above than it begins one. */
function likenessToJoin(line: Line, above: Line, measure: ColumnLines['measure']): number {
  const isFar = line.y - above.y > GAP * measure.pitch * Math.max(line.size, above.size);
  const small = /^\p{Ll}/u.test(line.words[0]?.text ?? '');
  return (
    (isFar ? -4 : 0) +
    (small ? 3 : -1.3) +
    (fits(line, above, measure) ? -3 : 1.3) +
    (breaksOff(above.words.at(-1)?.text ?? '') ? 2 : 0) +
    (line.bold === above.bold ? 0 : -3)
  );
}

/** As a share of the usual distance of base lines: rows stand no nearer to each other. */
const NEAREST = 0.9;

type Cuts = { at: number[]; forced: Set<number> };

/** The indexes of lines with which rows may begin, and must. */
function cutsOf(placed: Placed[], columns: ColumnLines[], ruled: Parting): Cuts {
  const pitch = columns[0]?.measure.pitch ?? 1.2;
  const drawn = [...ruled.heights, ...ruled.apart];
  const at = [0];
  const forced = new Set<number>();
  placed.forEach(({ line }, index) => {
    const above = placed[index - 1]?.line;
    if (!above) return;
    const isDrawn = drawn.some(height => height > above.y - 1 && height < line.y);
    if (isDrawn) forced.add(index);
    if (isDrawn || line.y - above.y >= NEAREST * pitch * Math.min(line.size, above.size)) at.push(index);
  });
  return { at: [...at, placed.length], forced };
}

/** The best way to part the lines, from the first line on: of each cut the best way to come to it. */
function parted(placed: Placed[], { at, forced }: Cuts, width: number, setting: Setting): Parted {
  const ways: (Parted | undefined)[] = [{ score: 0, begun: [] }];
  for (let end = 1; end < at.length; end++) {
    let best: Parted | undefined;
    for (let begin = end - 1; begin >= 0; begin--) {
      const [from = 0, to = 0] = [at[begin], at[end]];
      const way = ways[begin];
      if (to - from > MOST_IN_ROW) break;
      if (way) {
        const score = way.score + rowScore(placed.slice(from, to), width, setting);
        if (!best || score > best.score) best = { score, begun: [...way.begun, from] };
      }
      if (forced.has(from)) break;
    }
    ways.push(best);
  }
  return ways.at(-1) ?? { score: Number.NEGATIVE_INFINITY, begun: [] };
}

/** Against a row, as logarithms: a cell without words, the first one, and a cell that stands elsewhere in its row. */
const EMPTY = 2;
const FIRST_EMPTY = 3;
const ELSEWHERE = 6;
/** As a share of the size: heights nearer than this are one. */
const LEVEL = 0.3;

function rowScore(lines: Placed[], width: number, setting: Setting): number {
  const cells = [...Map.groupBy(lines, ({ column }) => column).values()];
  const heights = cells.map(cell => heightOf(cell, setting));
  const row = heightOf(lines, setting);
  const size = lines[0]?.line.size ?? 10;
  const elsewhere = heights.filter(height => Math.abs(height - row) > LEVEL * size).length;
  const joins = cells.reduce((sum, cell) => sum + cell.slice(1).reduce((all, one) => all + one.joins, 0), 0);
  return joins - ELSEWHERE * elsewhere - emptiness(lines, cells.length, width);
}

/** A title of the rows below fills the first cell alone. */
function emptiness(lines: Placed[], filled: number, width: number): number {
  if (filled === 1 && lines.every(({ line, column }) => line.bold && column === 0)) return EMPTY;
  const first = lines.some(({ column }) => column === 0) ? 0 : FIRST_EMPTY - EMPTY;
  return EMPTY * (width - filled) + first;
}

/** The height by which the setting places the lines of a cell, or of a whole row. */
function heightOf(lines: Placed[], setting: Setting): number {
  const top = lines[0]?.line.y ?? 0;
  const foot = lines.at(-1)?.line.y ?? 0;
  return setting === 'top' ? top : setting === 'foot' ? foot : (top + foot) / 2;
}
