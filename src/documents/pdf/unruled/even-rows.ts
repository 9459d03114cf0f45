import { fits } from '../prose/breaks.ts';
import { type ColumnLines, LEVEL } from './column-lines.ts';

/** Fewer columns are text set in columns. */
const FEWEST_COLUMNS = 3;
/** From so many columns on, one cell may be empty. */
const MANY_COLUMNS = 4;
const FEWEST_ROWS = 3;
/** The share of the levels, from the first of these on, that have words in all columns, where every row is a single line. */
const MOSTLY = 0.75;
/** The share of lines that go on with the sentence above, from which on cells are wrapped. */
const RUNNING_ON = 0.1;

/**
 * The levels that are rows by themselves, of a table whose rows are single lines: almost all levels have words in
 * all columns, and hardly any goes on with the sentence above. Wrapped cells are not all as high as each other.
 */
export function evenLevels(columns: ColumnLines[], levels: number[]): Set<number> {
  const full = levels.filter(level => {
    const filled = columns.filter(({ lines }) =>
      lines.some(line => Math.abs(line.y - level) < LEVEL * line.size),
    ).length;
    return filled >= columns.length - (columns.length >= MANY_COLUMNS ? 1 : 0);
  });
  const below = levels.filter(level => level >= (full[0] ?? 0));
  const isEven =
    columns.length >= FEWEST_COLUMNS && full.length >= FEWEST_ROWS && full.length >= MOSTLY * below.length;
  return new Set(isEven && !isWrapped(columns) ? full : []);
}

function isWrapped(columns: ColumnLines[]): boolean {
  const all = columns.reduce((sum, { lines }) => sum + lines.length, 0);
  const running = columns.flatMap(({ lines, measure }) =>
    lines.filter((line, index) => {
      const above = lines[index - 1];
      return above && /^\p{Ll}/u.test(line.words[0]?.text ?? '') && !fits(line, above, measure);
    }),
  );
  return running.length > RUNNING_ON * all;
}
