import type { Table } from '../../document.ts';
import type { Box } from '../page/marks.ts';
import type { Measure } from '../prose/breaks.ts';
import type { Line } from '../words/line.ts';

/** The lines of a cell and the place they had. */
export type CellText = { lines: Line[]; measure: Measure };

/** A table with where it stands on its page, how many columns it has, and the lines of each cell of each row. */
export type PlacedTable = Box & {
  table: Table;
  width: number;
  texts: CellText[][];
  /** Where columns begin that no lines part; their words end anywhere. */
  lefts?: number[];
};
