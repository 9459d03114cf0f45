/** A row of a timetable: its texts and backgrounds by column. */
export type Painted = { cells: string[]; fills: (string | undefined)[] };

/** Fewer rows show no habit. */
const FEWEST = 3;
const HALF = 0.5;

/**
 * For each row, the columns of the calendar whose shading marks them. Shading that tells nothing of the row is passed
 * over: a row painted whole, bands, a column painted from top to bottom (a holiday), and columns in which every row is
 * painted alike.
 */
export function shadedColumns(rows: Painted[], calendar: number[]): Set<number>[] {
  if (calendar.length === 0) return rows.map(() => new Set());
  const painted = rows.map(({ cells, fills }) => calendar.filter(column => !cells[column] && fills[column]));
  if (rows.length >= FEWEST && allAlike(painted, calendar)) return rows.map(() => new Set());
  const decorated = withoutRows(rows, calendar);
  const background = new Set(
    [...new Set(decorated.flatMap(({ fills }) => calendar.map(column => fills[column])))].filter(
      fill => fill !== undefined && isBackground(fill, decorated, calendar),
    ),
  );
  const marked = decorated.map(({ cells, fills }) =>
    calendar.filter(column => !cells[column] && fills[column] && !background.has(fills[column])),
  );
  if (rows.length >= FEWEST && allAlike(marked, calendar)) return rows.map(() => new Set());
  return marked.map((columns, index) => withNamed(columns, decorated[index]!, calendar));
}

/** Rows without what paints them whole: the shading of their other cells, and bands over the calendar alone. */
function withoutRows(rows: Painted[], calendar: number[]): Painted[] {
  const whole = rows.map(row => wholeFill(row, calendar));
  const banded = isBanded(whole);
  return rows.map((row, index) => {
    const labels = new Set(row.fills.filter((_, column) => !calendar.includes(column)));
    const open = calendar.some(column => !row.cells[column] && !row.fills[column]);
    const decorates = (fill: string | undefined) =>
      // a bar in the colour of its row's label stands out from cells that have none
      (fill !== undefined && labels.has(fill) && !open) || (banded && fill === whole[index]);
    return { ...row, fills: row.fills.map(fill => (decorates(fill) ? undefined : fill)) };
  });
}

/** The one colour of all of a row's cells in the calendar. */
function wholeFill({ fills }: Painted, calendar: number[]): string | undefined {
  const [first, ...others] = calendar.map(column => fills[column]);
  return others.every(fill => fill === first) ? first : undefined;
}

/** Every second row painted whole in one colour, and the others not: bands. */
function isBanded(whole: (string | undefined)[]): boolean {
  const bands = whole.flatMap((fill, index) => (fill ? [index] : []));
  const [first = 0, second = 0] = bands;
  if (whole.length <= FEWEST || second - first !== 2 || new Set(bands.map(at => whole[at])).size > 1)
    return false;
  return whole.every((fill, index) => (fill !== undefined) === (index % 2 === first % 2));
}

/** A colour that fills the columns in which it stands from top to bottom, but for cells that another colour marks. */
function isBackground(fill: string, rows: Painted[], calendar: number[]): boolean {
  if (rows.length < FEWEST) return false;
  const columns = calendar.filter(column => rows.some(({ fills }) => fills[column] === fill));
  return columns.every(column => {
    const painted = rows.filter(({ fills }) => fills[column] === fill).length;
    return painted > rows.length * HALF && rows.every(({ fills }) => fills[column]);
  });
}

/** Every row painted in the same columns, whatever the colours: ratings of each month, or a pattern of the table. */
const allAlike = (marked: number[][], calendar: number[]): boolean =>
  calendar.every(column => {
    const painted = marked.filter(columns => columns.includes(column)).length;
    return painted === 0 || painted === marked.length;
  });

/** A bar may carry its name in one of its cells: that cell is part of it. */
function withNamed(columns: number[], { cells, fills }: Painted, calendar: number[]): Set<number> {
  const colours = new Set(columns.map(column => fills[column]));
  return new Set(
    calendar.filter(
      column => columns.includes(column) || (cells[column] && fills[column] && colours.has(fills[column])),
    ),
  );
}
