import type { Line } from '../words/line.ts';
import type { Column } from './columns.ts';
import { isParted } from './gaps.ts';

/** So much further from the table than any of its lines from the next stands what is no row of it. */
const SET_OFF = 1.25;
const FEWEST_ROWS = 4;

/** Words of running text at the end, that are no longer than the first column is wide or passed for a title of rows. */
export function dropProseBelow(stretch: { lines: Line[]; across: Line[]; columns: Column[] }): void {
  const { lines } = stretch;
  const parted = lines.findLastIndex(isParted);
  const left = stretch.columns[0]?.left ?? 0;
  let widest = 0;
  const end = lines.findIndex((line, index) => {
    const above = lines[index - 1];
    if (!above) return false;
    const gap = line.y - above.y;
    const isBelow = index > parted && index >= FEWEST_ROWS && !line.bold && line.x0 < left + 2;
    if (isBelow && widest > 0 && gap > SET_OFF * widest) return true;
    if (!above.bold && !line.bold) widest = Math.max(widest, gap);
    return false;
  });
  if (end <= 0) return;
  const below = lines.splice(end);
  stretch.across = stretch.across.filter(line => !below.includes(line));
}
