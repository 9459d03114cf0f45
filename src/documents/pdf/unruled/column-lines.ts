import type { Measure } from '../prose/breaks.ts';
import type { Line } from '../words/line.ts';

/** The lines of one column, and the place they have. */
export type ColumnLines = { lines: Line[]; measure: Measure };

/** As a share of the size: lines of two columns nearer than this stand on one level. */
export const LEVEL = 0.35;
