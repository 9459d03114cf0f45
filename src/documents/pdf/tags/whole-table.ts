import type { Fill } from '../page/marks.ts';
import type { Line } from '../words/line.ts';
import type { TaggedRows } from './structure.ts';

/** What of a page tagged tables are made of: the lines that no other table took. */
export type TaggedPage = {
  lines: Line[];
  fills: Fill[];
  tagged: TaggedRows[];
  width: number;
  height: number;
  where: string;
};

/** A cell with its lines on each page that it reaches. */
export type WholeCell = { heads: boolean; parts: { page: number; lines: Line[] }[] };

/** A table over all of its pages. `repeated`: so many rows are printed again at the head of a page. */
export type WholeTable = {
  rows: WholeCell[][];
  pages: number[];
  repeated: number;
  /** The lines of the pages that it is made of. */
  taken: Set<Line>;
};
