import { pitchOf } from '../prose/breaks.ts';
import type { Line } from '../words/line.ts';
import { centredHeadings, type GroupHeading } from './centred-headings.ts';
import { centredRows, type Merged } from './centred-rows.ts';
import { type ColumnLines, type Parting, rowStarts } from './row-starts.ts';

/** Where rows begin, the cells that reach over several of them, and in the first row headings over several columns. */
export type RowPlaces = { starts: number[]; merged: Merged[]; groups: GroupHeading[] };

/** Finds rows by what is centred in them; where nothing is, by where all of their cells begin. */
export function rowPlaces(columns: ColumnLines[], ruled: Parting): RowPlaces {
  const head = centredHeadings(columns);
  const below = head ? without(columns, new Set(head.lines)) : columns;
  const body = centredRows(below, ruled, head !== undefined) ?? {
    starts: rowStarts(below, ruled),
    merged: [],
  };
  if (!head) return { ...body, groups: [] };
  const down = head.starts.length;
  const lower = body.merged.map(one => ({ ...one, from: one.from + down, to: one.to + down }));
  return {
    starts: [...head.starts, ...body.starts],
    merged: [...head.merged, ...lower],
    groups: head.groups,
  };
}

/** The columns below the headings, and the usual distance of their own lines. */
function without(columns: ColumnLines[], taken: Set<Line>): ColumnLines[] {
  const left = columns.map(({ lines, measure }) => ({
    measure,
    lines: lines.filter(line => !taken.has(line)),
  }));
  const pitch = pitchOf(left.map(({ lines, measure }) => ({ lines, right: measure.right })));
  return left.map(({ lines, measure }) => ({ lines, measure: { ...measure, pitch } }));
}
