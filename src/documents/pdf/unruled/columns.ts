import { isMarker } from '../prose/markers.ts';
import type { Line } from '../words/line.ts';
import { isShownApart } from '../words/word.ts';
import { isParted } from './gaps.ts';

/** Where a column's words begin, and where they end at the furthest. */
export type Column = { left: number; right: number };

type Gap = { from: number; to: number };

/** Points in which the page's width is looked through. */
const STEP = 0.5;
/** As a share of the size: no gap between columns is narrower. */
const NARROWEST = 0.3;
/** As a share of the size: the gap that lines with words on both sides of it usually leave. */
const USUAL = 0.85;
/** One line in so many may run across a gap: a title, or a word too long for its column. */
const STRAY = 12;

/** The columns of a stretch of lines, from the gaps that hardly any of its words cross. */
export function columnsOf(lines: Line[]): Column[] {
  const left = Math.min(...lines.map(line => line.x0));
  const right = Math.max(...lines.map(line => line.x1));
  const gaps = freeGaps(lines, left, right);
  const edges = [left, ...gaps.flatMap(gap => [gap.from, gap.to]), right];
  const columns: Column[] = [];
  for (let at = 0; at + 1 < edges.length; at += 2)
    columns.push({ left: edges[at] ?? 0, right: edges[at + 1] ?? 0 });
  return withoutMarkers(columns, lines);
}

/** The gaps that no line crosses, and then those that only a few strays cross. */
function freeGaps(lines: Line[], left: number, right: number): Gap[] {
  const covered = coverage(lines, left, right);
  const gaps: Gap[] = [];
  for (let allowed = 0; allowed <= lines.length / STRAY; allowed++) {
    const more = gapsBelow(covered, allowed, left);
    const apart = more.filter(one => !gaps.some(gap => one.from < gap.to && gap.from < one.to));
    gaps.push(...apart.filter(gap => isBetweenColumns(gap, lines)));
  }
  return gaps.sort((a, b) => a.from - b.from);
}

/** How many lines have words at each step across the page. */
function coverage(lines: Line[], left: number, right: number): Uint16Array {
  const covered = new Uint16Array(Math.max(1, Math.ceil((right - left) / STEP)) + 1);
  for (const line of lines) {
    const own = new Set<number>();
    for (const word of line.words) {
      const end = Math.ceil((word.x1 - left) / STEP);
      for (let step = Math.floor((word.x0 - left) / STEP); step < end; step++) own.add(step);
    }
    for (const step of own) covered[step] = (covered[step] ?? 0) + 1;
  }
  return covered;
}

function gapsBelow(covered: Uint16Array, allowed: number, left: number): Gap[] {
  const gaps: Gap[] = [];
  let begun = -1;
  covered.forEach((count, step) => {
    if (count <= allowed && begun < 0) begun = step;
    if (count > allowed && begun >= 0) {
      if (begun > 0) gaps.push({ from: left + begun * STEP, to: left + step * STEP });
      begun = -1;
    }
  });
  return gaps;
}

/** Wide enough, or mostly much wider than a blank where lines have words right behind it and before it. */
function isBetweenColumns(gap: Gap, lines: Line[]): boolean {
  const size = middle(lines.map(line => line.size));
  if (gap.to - gap.from < NARROWEST * size) return false;
  if (gap.to - gap.from >= USUAL * size) return true;
  const gaps = lines.flatMap(({ words }) => {
    const at = words.findIndex(word => word.x0 >= gap.to - 0.1);
    const [before, behind] = [words[at - 1], words[at]];
    return before && behind && behind.x0 <= gap.to + size ? [behind.x0 - before.x1] : [];
  });
  return (gaps.length > 0 && middle(gaps) >= USUAL * size) || isBehindReferences(gap, lines);
}

const REFERENCE = /^[\p{L}#]{0,4}[-/.]?\d{1,4}(?:\.\d{1,3})*[a-z]?$/iu;

/** Behind a narrow first column of references under their heading, with all words beside them set at one place. */
function isBehindReferences(gap: Gap, lines: Line[]): boolean {
  const beside = lines.filter(line => line.x0 < gap.from);
  const references = beside.filter(({ words }) => REFERENCE.test(words[0]?.text ?? ''));
  return (
    references.length >= 2 &&
    references.length >= beside.length - 2 &&
    beside[0] !== undefined &&
    !references.includes(beside[0]) &&
    references.every(({ words }) => Math.abs((words[1]?.x0 ?? 0) - gap.to) < 1.5)
  );
}

/** A column of nothing but bullets is no column: it belongs to the words behind it. */
function withoutMarkers(columns: Column[], lines: Line[]): Column[] {
  const whole: Column[] = [];
  for (const column of columns) {
    const before = whole.at(-1);
    if (before && holdsMarkers(before, lines)) before.right = column.right;
    else whole.push({ ...column });
  }
  return whole;
}

function holdsMarkers(column: Column, lines: Line[]): boolean {
  const words = lines.flatMap(line =>
    line.words.filter(word => word.x0 < column.right && word.x1 > column.left),
  );
  const bullets = words.filter(word => isMarker(word) && !/\d/.test(word.text)).length;
  return bullets > 0 && bullets >= (words.length - bullets) * 2;
}

const middle = (numbers: number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 10;

/** Whether no word of the lines runs into where a column begins, so that these may be the lines' own columns. */
export const leavesFree = (columns: Column[], lines: Line[]): boolean =>
  columns
    .slice(1)
    .every(({ left }) =>
      lines.every(line => line.words.every(word => word.x1 <= left - 2 || word.x0 >= left - 1)),
    );

/** As a share of the size: a wider gap where a column begins parts cells, a narrower is a blank in a title. */
const BLANK = 0.42;
/** Points within which the words of a cell begin where their column does. */
const SAME_PLACE = 1;

/** Whether a line without wide gaps runs over one between columns, as titles do. */
export const runsAcross = (line: Line, columns: Column[]): boolean =>
  !isParted(line) &&
  columns.slice(1).some(({ left }) => {
    const before = line.words.findLast(word => word.x0 < left - 1);
    const behind = line.words.find(word => word.x0 >= left - 1);
    if (!before) return false;
    if (before.x1 > left) return true;
    if (!behind || (isShownApart(before, behind) && Math.abs(behind.x0 - left) < SAME_PLACE)) return false;
    return behind.x0 - before.x1 < BLANK * line.size;
  });

/** The column in which a word stands: the last that begins before it; for a word that runs on into one, by its middle. */
export function columnAt(columns: Column[], x0: number, x1: number): number {
  const begun = columns.findLastIndex(column => column.left - 2 <= x0);
  const next = columns[begun + 1];
  const runsOn = next !== undefined && x1 > next.left + 2 && (x0 + x1) / 2 > next.left;
  return Math.max(0, runsOn ? begun + 1 : begun);
}

/** As a share of the size: no table leaves more between its columns than the words of some column show. */
const WIDEST_GUTTER = 1.4;

/**
 * Up to where the words of each column might run: as near to the next as those of the fullest column come to the one
 * behind them. Columns that nothing fills leave no wider gutter.
 */
export function edgesOf(columns: Column[], size: number): number[] {
  const gutters = columns.slice(1).map(({ left }, index) => left - (columns[index]?.right ?? left));
  const narrowest = Math.max(0, Math.min(WIDEST_GUTTER * size, ...gutters));
  return columns.map(({ right }, index) => Math.max(right, (columns[index + 1]?.left ?? right) - narrowest));
}
