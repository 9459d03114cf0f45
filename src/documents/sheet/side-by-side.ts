import type { SheetRow } from './sheet.ts';

/**
 * Parts a sheet where a blank column runs through it and what stands beyond it is something else: a key beside the
 * plan, a date in the corner. A blank column inside a table, over which its headings go on, parts nothing.
 */
export function sideBySide(rows: SheetRow[]): SheetRow[][] {
  const bands = bandsOf(rows);
  if (bands.length < 2) return [rows];
  const parts = bands.map(band => within(rows, [band]));
  const main = parts.reduce((best, part) => (size(part) > size(best) ? part : best));
  const heading = main.find(row => row.cells.size > 1) ?? main[0];
  const [apart, joined] = [true, false].map(wanted =>
    bands.filter((_, index) => {
      const part = parts[index];
      return part !== undefined && (part !== main && heading ? standsApart(part, heading) : false) === wanted;
    }),
  );
  const found = [...(apart ?? []).map(band => within(rows, [band])), within(rows, joined ?? [])];
  return found.sort((one, other) => (one[0]?.number ?? 0) - (other[0]?.number ?? 0));
}

type Band = { from: number; to: number };

/** Stretches of columns with words, with blank columns between. What is merged across counts by where it begins. */
function bandsOf(rows: SheetRow[]): Band[] {
  const columns = new Set<number>();
  for (const row of rows) {
    for (const [column, cell] of row.cells) {
      const wide = row.cells.size > 1 ? cell.columns : 1;
      for (let at = column; at < column + Math.min(wide, 50); at++) columns.add(at);
    }
  }
  const bands: Band[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = bands.at(-1);
    if (last && column === last.to + 1) last.to = column;
    else bands.push({ from: column, to: column });
  }
  return bands;
}

const within = (rows: SheetRow[], bands: Band[]): SheetRow[] =>
  rows
    .map(row => ({
      ...row,
      cells: new Map(
        [...row.cells].filter(([column]) => bands.some(({ from, to }) => from <= column && column <= to)),
      ),
    }))
    .filter(row => row.cells.size > 0);

const size = (rows: SheetRow[]) => rows.reduce((sum, row) => sum + row.cells.size, 0);

/** Without a word in the row of headings: begun above it, or laid out in rows of its own. Lone remarks stay in their rows. */
function standsApart(part: SheetRow[], heading: SheetRow): boolean {
  if (part.some(row => row.number === heading.number)) return false;
  const begins = part[0]?.number ?? 0;
  return begins < heading.number || part.filter(row => row.cells.size > 1).length > 1;
}
