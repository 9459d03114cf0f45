import type { Line } from '../words/line.ts';
import { type ColumnLines, LEVEL } from './column-lines.ts';
import { evenLevels } from './even-rows.ts';
import { likenessToGoOn } from './going-on.ts';
import { type Cut, likeliestRows, type PlacedLine } from './likeliest-rows.ts';

/** Heights of lines that part rows (nothing else parts rows where they part `all`), and other heights that keep rows apart. */
export type Parting = { heights: number[]; all: boolean; apart: number[] };

/** As a share of the usual distance of base lines: rows stand no nearer to each other, but for labels of several. */
const NEAREST = 0.9;

/** What is so likely goes on. */
const SURELY = 4;

/** The heights at which rows begin: where lines are drawn, and between these where rows most likely part. */
export function rowStarts(columns: ColumnLines[], ruled: Parting): number[] {
  const placed = columns.flatMap(placedIn).sort((a, b) => a.line.y - b.line.y);
  const levels = levelsOf(columns);
  const labels = columns[0]?.lines ?? [];
  const full = [...evenLevels(columns, levels)].filter(level =>
    labels.some(line => Math.abs(line.y - level) < LEVEL * line.size),
  );
  // Between two rows of single lines nothing else can stand.
  const even = new Set(full.filter(level => full.includes(levels[levels.indexOf(level) - 1] ?? level)));
  const drawn = [...ruled.heights, ...ruled.apart];
  const pitch = columns[0]?.measure.pitch ?? 1.2;
  // The lines above, those in the columns of no labels, and the last drawn height that a row begins below.
  let [above, beside, begun]: [Line | undefined, Line | undefined, number] = [undefined, undefined, 0];
  const cuts = placed.map((one): Cut => {
    const cut = cutAt(one);
    if (!isRestOfLabel(one)) above = one.line;
    if (one.column > 0) beside = one.line;
    return cut;
  });
  return likeliestRows(placed, cuts, columns.length).map(index => placed[index]?.line.y ?? 0);

  function cutAt(one: PlacedLine): Cut {
    const { line } = one;
    const upper = beside ?? above;
    if (!above || !upper) return 'must';
    if (line.y - above.y < LEVEL * line.size || isRestOfLabel(one)) return 'never';
    const height = drawn.find(at => at > Math.max(upper.y - 1, begun) && at < line.y);
    begun = height ?? begun;
    if (height !== undefined) return 'must';
    if (ruled.all || line.y - upper.y < NEAREST * pitch * Math.min(line.size, upper.size)) return 'never';
    return even.has(line.y) ? 'must' : 'may';
  }
}

/** A label of several rows may have more lines than the first of them; those stand beside the others. */
const isRestOfLabel = ({ column, goesOn }: PlacedLine): boolean => column === 0 && goesOn > SURELY;

const placedIn = ({ lines, measure }: ColumnLines, column: number): PlacedLine[] =>
  lines.map((line, index) => {
    const above = lines[index - 1];
    return { line, column, goesOn: above ? likenessToGoOn(line, above, measure) : 0 };
  });

/** The heights at which lines of any column stand. */
export function levelsOf(columns: ColumnLines[]): number[] {
  const all = columns.flatMap(({ lines }) => lines).sort((a: Line, b: Line) => a.y - b.y);
  const levels: number[] = [];
  for (const line of all) {
    const last = levels.at(-1);
    if (last === undefined || line.y - last > LEVEL * line.size) levels.push(line.y);
  }
  return levels;
}
