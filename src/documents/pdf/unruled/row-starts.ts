import { fits, type Measure } from '../prose/breaks.ts';
import type { Line } from '../words/line.ts';
import { type ColumnLines, LEVEL } from './column-lines.ts';
import { evenLevels } from './even-rows.ts';

/** As shares of the usual distance of base lines: more is a gap, and much more is a line left out. */
const GAP = 1.25;
const LINE_LEFT_OUT = 1.8;

/** Heights of lines that part rows (nothing else parts rows where they part `all`), and other heights that keep rows apart. */
export type Parting = { heights: number[]; all: boolean; apart: number[] };

/** The points for and against a row's beginning at a level; a row begins from this sum on. */
const ENOUGH = 1.5;

/**
 * The heights at which rows begin. Cells are set from the top, so that all cells of a row begin on one level: there,
 * columns that had ended begin again, and lines above had room for more words. Where a sentence runs on, no row begins.
 */
export function rowStarts(columns: ColumnLines[], ruled: Parting): number[] {
  const levels = levelsOf(columns);
  const even = evenLevels(columns, levels);
  return levels.filter((level, index) => {
    const above = levels[index - 1];
    if (above === undefined) return true;
    if ([...ruled.heights, ...ruled.apart].some(height => height > above - 1 && height < level)) return true;
    return !ruled.all && (even.has(level) || pointsAt(level, above, columns) >= ENOUGH);
  });
}

/** The heights at which lines of any column stand. */
export function levelsOf(columns: ColumnLines[]): number[] {
  const all = columns.flatMap(({ lines }) => lines).sort((a, b) => a.y - b.y);
  const levels: number[] = [];
  for (const line of all) {
    const last = levels.at(-1);
    if (last === undefined || line.y - last > LEVEL * line.size) levels.push(line.y);
  }
  return levels;
}

function pointsAt(level: number, above: number, columns: ColumnLines[]): number {
  const parts = columns.map(column => partAt(level, column));
  if (parts.some(part => part.runsThrough)) return Number.NEGATIVE_INFINITY;
  const begun = parts.filter(part => part.line !== undefined);
  // Below bold headings stands what is not bold.
  if (begun.length && begun.every(part => part.line?.bold === false && part.above?.bold)) return ENOUGH;
  const size = begun[0]?.line?.size ?? 10;
  const pitch = columns[0]?.measure.pitch ?? 1.2;
  const first = parts[0]?.line ? 1.5 + (countsOn(parts[0]) ? COUNTED : 0) : -2;
  const gap = level - above > GAP * pitch * size ? 2 : 0;
  const missing = 3 * (1 - begun.length / columns.length);
  return begun.reduce((sum, part) => sum + part.points, 0) + first + gap - missing;
}

/** For a reference that counts on from the one above. */
const COUNTED = 3;

/** "4" below "3", "2.1" below "1.7", "A4" below "A3": alone on their lines. */
function countsOn({ line, above }: Part): boolean {
  const [upper, lower] = [above, line].map(one => (one?.words.length === 1 ? one.words[0]?.text : ''));
  const [figures, others] = [upper, lower].map(text => text?.match(/\d+/g)?.map(Number) ?? []);
  const at = figures?.findIndex((figure, index) => figure !== others?.[index]) ?? -1;
  return at >= 0 && figures?.length === others?.length && others?.[at] === (figures?.[at] ?? 0) + 1;
}

type Part = { line?: Line; above?: Line | undefined; points: number; runsThrough: boolean };

/** What one column says about a row's beginning at a level. */
function partAt(level: number, { lines, measure }: ColumnLines): Part {
  const index = lines.findIndex(line => line.y > level - LEVEL * line.size);
  const line = lines[index];
  const above = index < 0 ? lines.at(-1) : lines[index - 1];
  if (!line) return { points: 0, runsThrough: false };
  const distance = above ? (line.y - above.y) / (measure.pitch * Math.max(line.size, above.size)) : Infinity;
  if (line.y > level + LEVEL * line.size) return { points: 0, runsThrough: distance <= GAP };
  if (!above) return { line, points: 1, runsThrough: false };
  return { line, above, points: pointsOf(line, above, distance, measure), runsThrough: false };
}

function pointsOf(line: Line, above: Line, distance: number, measure: Measure): number {
  if (distance > LINE_LEFT_OUT) return 3;
  if (distance > GAP) return 2;
  const small = /^\p{Ll}/u.test(line.words[0]?.text ?? '');
  const closed = /[.;:!?]$/.test(above.words.at(-1)?.text ?? '');
  if (line.bold && !above.bold && !small) return 2.5;
  if (fits(line, above, measure)) return small ? 0.5 : line.bold ? 2.5 : 1.5;
  if (!small) return -0.5;
  return closed ? -1.5 : -4;
}
