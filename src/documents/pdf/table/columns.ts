import type { CellBox, RuledTable } from './cell-boxes.ts';

/** A cell as one row shows it: in which column it begins and how many it covers. */
export type PlacedCell = { cell: CellBox; column: number; columns: number };

/** Below this share of the rows, a number of cells is not what the table's columns are counted by. */
const OFTEN = 0.2;

/**
 * The cells of each row, on the columns that a person sees. Where rows were drawn apart, with their edges dragged
 * elsewhere, rows of as many cells have the same columns; the others are laid on those of the nearest such row.
 */
export function cellsByRow({ cells, xs, ys }: RuledTable): { rows: PlacedCell[][]; width: number } {
  const rows = ys
    .slice(1)
    .map((_, row) =>
      cells.filter(cell => cell.row <= row && row < cell.toRow).sort((a, b) => a.column - b.column),
    );
  const width = usualCount(rows);
  if (width === undefined || width === xs.length - 1 || rows.some(row => row.length > width))
    return { rows: rows.map(row => row.map(asDrawn)), width: xs.length - 1 };
  const models = rows.map((row, index) => ({ row, index })).filter(({ row }) => row.length === width);
  return { rows: rows.map((row, index) => laidOn(row, nearestTo(index, models)?.row ?? row)), width };
}

const asDrawn = (cell: CellBox): PlacedCell => ({
  cell,
  column: cell.column,
  columns: cell.toColumn - cell.column,
});

/** The most cells that a fair share of the rows have. */
function usualCount(rows: CellBox[][]): number | undefined {
  const telling = rows.filter(row => row.length > 1);
  const counts = [...Map.groupBy(telling, row => row.length)].sort((a, b) => b[0] - a[0]);
  return counts.find(([, same]) => same.length >= OFTEN * telling.length)?.[0];
}

const nearestTo = <Model extends { index: number }>(index: number, models: Model[]): Model | undefined =>
  models.reduce<Model | undefined>(
    (best, model) => (best && Math.abs(best.index - index) <= Math.abs(model.index - index) ? best : model),
    undefined,
  );

function laidOn(row: CellBox[], model: CellBox[]): PlacedCell[] {
  if (row.length === model.length) return row.map((cell, column) => ({ cell, column, columns: 1 }));
  const starts = row.map(cell => nearestEdge(cell.x0, model));
  return row.map((cell, index) => {
    const column = starts[index] ?? 0;
    const next = starts[index + 1] ?? model.length;
    return { cell, column, columns: Math.max(1, next - column) };
  });
}

function nearestEdge(x: number, model: CellBox[]): number {
  let best = 0;
  model.forEach((cell, index) => {
    if (Math.abs(cell.x0 - x) < Math.abs((model[best]?.x0 ?? 0) - x)) best = index;
  });
  return best;
}
