import type { Line } from '../words/line.ts';
import { centredHeadings, type GroupHeading } from './centred-headings.ts';
import { centredRows, type Merged } from './centred-rows.ts';
import type { ColumnLines } from './column-lines.ts';
import { evenLevels } from './even-rows.ts';
import { pitchInCells } from './pitch.ts';
import { levelsOf, type Parting, rowStarts } from './row-starts.ts';

/** Where rows begin, the cells that reach over several of them, and in the first row headings over several columns. */
export type RowPlaces = {
  starts: number[];
  merged: Merged[];
  groups: GroupHeading[];
  /** Heights below which no cell goes on. */
  apart: number[];
};

/** Points. */
const JUST_ABOVE = 0.5;

/**
 * Finds rows by what is centred in them; where nothing is, by where all of their cells begin. `headed`: headings may
 * stand at the top, where no table goes on from the page before.
 */
export function rowPlaces(columns: ColumnLines[], ruled: Parting, headed: boolean): RowPlaces {
  const head = headed ? centredHeadings(columns) : undefined;
  const below = head ? without(columns, new Set(head.lines)) : columns;
  const body = centredRows(below, ruled, head !== undefined) ?? {
    starts: rowStarts(below, ruled),
    merged: [],
  };
  const apart = [...evenLevels(below, levelsOf(below))].map(level => level - JUST_ABOVE);
  if (!head) return { ...body, groups: [], apart };
  const down = head.starts.length;
  const lower = body.merged.map(one => ({ ...one, from: one.from + down, to: one.to + down }));
  return {
    starts: [...head.starts, ...body.starts],
    merged: [...head.merged, ...lower],
    groups: head.groups,
    apart,
  };
}

/** The columns below the headings, and the usual distance of their own lines. */
function without(columns: ColumnLines[], taken: Set<Line>): ColumnLines[] {
  const left = columns.map(({ lines, measure }) => ({
    measure,
    lines: lines.filter(line => !taken.has(line)),
  }));
  const pitch = pitchInCells(left.map(({ lines, measure }) => ({ lines, right: measure.right })));
  return left.map(({ lines, measure }) => ({ lines, measure: { ...measure, pitch } }));
}
