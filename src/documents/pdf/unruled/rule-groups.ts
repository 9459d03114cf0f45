import type { Ruling } from '../page/marks.ts';
import type { Line } from '../words/line.ts';
import { type Column, columnsOf } from './columns.ts';
import { isParted } from './gaps.ts';
import { partAllRows } from './row-partings.ts';

/** Lines of text between lines across that are as long as each other, and the columns in which they stand. */
export type RuleGroup = { lines: Line[]; columns: Column[]; heights: number[] };

/** Points by which lines of one table may begin or end elsewhere. */
const SAME_END = 5;
/** The share of the longest that a line of the same table has. */
const SHORTER = 0.5;
/** Fewer lines across stand around headings only, or under titles. */
const FEWEST = 4;
/** As a share of the size: a row of one title is no higher. */
const TITLE_ROW = 2.6;

/** The tables whose rows are parted by lines across, and whose columns by nothing. */
export function ruleGroups(lines: Line[], rulings: Ruling[]): RuleGroup[] {
  return alike(rulings.filter(ruling => ruling.across)).flatMap(group => {
    const under = lines.filter(line => isUnder(line, group));
    const heights = group.map(ruling => ruling.at).sort((a, b) => a - b);
    return tablesBetween(heights, under).flatMap(part => groupOf(part, under));
  });
}

function groupOf(heights: number[], lines: Line[]): RuleGroup[] {
  const [top = 0, bottom = 0] = [heights[0], heights.at(-1)];
  const own = lines.filter(line => line.y > top && line.y < bottom);
  if (heights.length < FEWEST || own.length < FEWEST - 1 || !partAllRows(heights, own)) return [];
  const columns = columnsOf(own.filter(line => !isTitleRow(line, heights, own)));
  return columns.length > 1 ? [{ lines: own, columns, heights }] : [];
}

/** A line alone between two heights, without gaps, may run across all columns. */
function isTitleRow(line: Line, heights: number[], lines: Line[]): boolean {
  const top = heights.findLast(height => height < line.y) ?? 0;
  const bottom = heights.find(height => height > line.y) ?? 0;
  const alone = !lines.some(other => other !== line && other.y > top && other.y < bottom);
  return alone && !isParted(line) && bottom - top < TITLE_ROW * line.size;
}

/** Heights parted where no row stands between two of them, but nothing, a heading or prose. */
function tablesBetween(heights: number[], lines: Line[]): number[][] {
  const parts: number[][] = [];
  heights.forEach((height, index) => {
    const above = heights[index - 1];
    const part = parts.at(-1);
    if (part && above !== undefined && isRow(above, height, lines)) part.push(height);
    else parts.push([height]);
  });
  return parts;
}

function isRow(top: number, bottom: number, lines: Line[]): boolean {
  const inside = lines.filter(line => line.y > top && line.y < bottom);
  if (inside.some((line, index) => isParted(line) || standsBeside(line, inside[index + 1]))) return true;
  const [first] = inside;
  const usual = lines.find(isParted)?.size ?? 0;
  return first !== undefined && bottom - top < TITLE_ROW * first.size && first.size < usual * 1.12;
}

/** As a share of the size: lines of one cell stand further from each other. */
const NEAR = 0.8;

/** Cells of one row whose lines, set in the middle of it, stand on heights of their own. */
const standsBeside = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && next.y - line.y < NEAR * line.size && (next.x0 > line.x1 || next.x1 < line.x0);

/** Lines across with the same ends; those that stop short of a merged first column belong to the longer ones. */
function alike(rulings: Ruling[]): Ruling[][] {
  const groups: Ruling[][] = [];
  for (const ruling of [...rulings].sort((a, b) => b.to - b.from - a.to + a.from)) {
    const group = groups.find(
      ([first]) =>
        first &&
        Math.abs(first.to - ruling.to) <= SAME_END &&
        ruling.from >= first.from - SAME_END &&
        ruling.to - ruling.from >= SHORTER * (first.to - first.from),
    );
    if (group) group.push(ruling);
    else groups.push([ruling]);
  }
  return groups;
}

const isUnder = (line: Line, [ruling]: Ruling[]) =>
  ruling !== undefined && line.x0 > ruling.from - SAME_END && line.x1 < ruling.to + SAME_END;
