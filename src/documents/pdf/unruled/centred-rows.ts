import type { Line } from '../words/line.ts';
import { blocksOf, centreOf, gapAfter, isLevel, type LineBlock } from './blocks.ts';
import type { ColumnLines } from './column-lines.ts';
import type { Parting } from './row-starts.ts';

/** A cell that reaches down over several rows, from the first to the last of them. */
export type Merged = { column: number; from: number; to: number; lines: Line[] };

type Band = { top: number; bottom: number; lines: Line[] };

/** So many columns at the left may label several rows each. */
const MOST_LABELS = 2;
const FEWEST_ROWS = 2;
/** As shares of the usual distance of base lines: what parts rows; the narrower where the wider parts none. */
const GAPS = [1.25, 1.1];

type CentredRows = { starts: number[]; merged: Merged[] };

/**
 * The rows of a table whose cells are centred in their rows, or whose labels are centred beside the rows that they name;
 * nothing where neither shows, or where cells stand otherwise too. Between such rows stands more blank than between
 * the lines of a cell. `headed`: the headings are not among the lines; they may be set at the foot of their row.
 */
export function centredRows(
  columns: ColumnLines[],
  ruled: Parting,
  headed: boolean,
): CentredRows | undefined {
  if (ruled.all) return undefined;
  for (const gap of GAPS) {
    const found = rowsParted(columns, ruled, headed, gap);
    if (found) return found;
  }
  return undefined;
}

function rowsParted(
  columns: ColumnLines[],
  ruled: Parting,
  headed: boolean,
  gap: number,
): CentredRows | undefined {
  const most = Math.min(MOST_LABELS, columns.length - 2);
  for (let labels = most; labels >= 0; labels--) {
    const bands = bandsOf(columns.slice(labels), ruled, gap);
    if (bands.length < FEWEST_ROWS) continue;
    const body = headed ? bands : bands.slice(1);
    const kinds = body.map(band => kindOf(band, columns.slice(labels), gap));
    if (kinds.includes('otherwise')) continue;
    const merged = columns.slice(0, labels).map((column, index) => labelled(column, index, bands, gap));
    if (!merged.every(groups => groups !== undefined)) continue;
    if (labels > 0 || kinds.includes('centred'))
      return { starts: bands.map(band => band.top), merged: merged.flat() };
  }
  return undefined;
}

/** Lines of all columns that no gap and no drawn height parts. */
function bandsOf(columns: ColumnLines[], ruled: Parting, gap: number): Band[] {
  const lines = columns.flatMap(column => column.lines).sort((a, b) => a.y - b.y);
  const pitch = columns[0]?.measure.pitch ?? 1.2;
  const drawn = [...ruled.heights, ...ruled.apart];
  const bands: Band[] = [];
  for (const line of lines) {
    const band = bands.at(-1);
    const isParted = drawn.some(height => band && height > band.bottom - 1 && height < line.y);
    if (band && !isParted && line.y - band.bottom <= gapAfter(line, pitch, gap)) {
      band.lines.push(line);
      band.bottom = Math.max(band.bottom, line.y);
    } else bands.push({ top: line.y, bottom: line.y, lines: [line] });
  }
  return bands;
}

/** Cells of one height say nothing; lower ones stand in the middle of the highest, or elsewhere. */
function kindOf(band: Band, columns: ColumnLines[], gap: number): 'even' | 'centred' | 'otherwise' {
  const cells = columns
    .map(({ lines, measure }) => ({ lines: lines.filter(line => band.lines.includes(line)), measure }))
    .filter(({ lines }) => lines.length > 0);
  const blocks = cells.flatMap(cell => blocksOf(cell.lines, cell.measure.pitch, gap));
  const [first] = band.lines;
  if (!first || blocks.length !== cells.length) return 'otherwise';
  if (!blocks.every(block => isLevel(centreOf(block), centreOf(band), first))) return 'otherwise';
  return blocks.every(block => isLevel(block.top, band.top, first)) ? 'even' : 'centred';
}

/**
 * The labels of a column, each in the middle of the rows that it names, where all of them together name all rows, and
 * some label stands where no label at the top of its rows would: beside no row, or below a row without one.
 */
function labelled(column: ColumnLines, index: number, bands: Band[], gap: number): Merged[] | undefined {
  const groups: Merged[] = [];
  let next = 0;
  for (const block of blocksOf(column.lines, column.measure.pitch, gap)) {
    const to = lastNamed(block, next, bands);
    const named = bands.slice(next, to + 1);
    if (to < 0 || (to > next && (standsBesideEach(block, bands) || fills(block, named)))) return undefined;
    groups.push({ column: index, from: next, to, lines: block.lines });
    next = to + 1;
  }
  const isTelling = groups.some(
    group => isBesideNone(group, bands) || (group.from <= 1 && group.to - group.from > 1),
  );
  const merged = groups.filter(group => group.to > group.from);
  return next === bands.length && isTelling && merged.length > 0 ? merged : undefined;
}

/** As a share of the size: a cell stands no further off the middle of its row, but the lines of a label may come near it. */
const BESIDE = 0.1;

/** Each of several lines stands beside a row of its own: cells of these rows, no label of all. */
const standsBesideEach = ({ lines }: LineBlock, bands: Band[]): boolean =>
  lines.length > 1 &&
  lines.every(line => bands.some(band => Math.abs(line.y - centreOf(band)) <= BESIDE * line.size));

/** More lines than a label has, and a share of the rows' height that labels in their middle leave free. */
const LONGEST_LABEL = 3;
const MOSTLY = 0.75;

/** The lines stand beside the rows from the first to the last: they are cells of these rows. */
const fills = ({ lines, top, bottom }: LineBlock, named: Band[]): boolean =>
  lines.length > LONGEST_LABEL &&
  bottom - top > MOSTLY * ((named.at(-1)?.bottom ?? 0) - (named[0]?.top ?? 0));

const isBesideNone = ({ lines }: Merged, bands: Band[]): boolean =>
  !bands.some(band => lines.some(line => isLevel(line.y, centreOf(band), line)));

/** The last of the rows from `from` on in whose middle a label stands, or -1. */
const lastNamed = (block: LineBlock, from: number, bands: Band[]): number =>
  bands.findIndex((band, index) => {
    const [line] = block.lines;
    const first = bands[from];
    if (index < from || !line || !first) return false;
    return isLevel(centreOf({ top: first.top, bottom: band.bottom }), centreOf(block), line);
  });
