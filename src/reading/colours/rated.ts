import { labelOf } from '../calendar/labels.ts';
import type { Column } from '../headings/columns.ts';
import type { PlanRow } from '../lines/plan-row.ts';
import type { State } from '../reading.ts';
import { type ColourName, colourName, isPale } from './colour-name.ts';
import { stateShown } from './shaded-key.ts';

/** How the cell that asks for a line's state is shaded. `state`: what the plan's own key says of the colour. */
export type Rating = { field: string; name: ColourName; pale: boolean; state: State | undefined };

type Rated = Map<number, Rating>;
type Colours = ReadonlyMap<string, State>;

/** With fewer rows a column without a heading shows nothing, nor with fewer of them shaded. */
const FEWEST = 3;
const MOSTLY = 0.6;

/**
 * The ratings of a plan table that are given by colour, by row: in columns whose heading asks for a state, else in a last
 * column that holds nothing but colours. Of several (a rating for each quarter) the last that is shaded counts.
 */
export function ratedRows(columns: Column[], rows: PlanRow[], colours: Colours): Rated {
  const asking = columns.flatMap((column, at) => (asksForState(column) ? [at] : []));
  const last = columns.length - 1;
  const candidates = asking.length ? asking : isBare(columns[last], rows, last) ? [last] : [];
  const rated: Rated = new Map();
  for (const at of candidates) {
    const column = columns[at]!;
    const field = column.meaning === 'other' ? `other:${column.name}` : column.meaning;
    for (const [row, { fill, name }] of shadesOf(at, candidates, rows, colours))
      rated.set(row, { field, name, pale: isPale(fill), state: stateShown(colours, fill, name) });
  }
  return rated;
}

const asksForState = ({ meaning, sense }: Column): boolean =>
  meaning === 'status' || (meaning === 'other' && (sense === 'rag' || sense === 'status'));

/** A last column with neither heading nor words, in most of whose cells stand different colours. */
function isBare(column: Column | undefined, rows: PlanRow[], at: number): boolean {
  if (!column || column.headings.some(heading => heading || labelOf(heading))) return false;
  if (rows.length < FEWEST || rows.some(({ cells }) => cells[at])) return false;
  const names = rows.flatMap(({ fills }) => colourName(fills[at] ?? 'FFFFFF') ?? []);
  return names.length >= rows.length * MOSTLY && new Set(names).size > 1;
}

type Shade = { fill: string; name: ColourName };

/** What shades the cells of a column beyond what shades their rows; nothing where it only decorates the column. */
function shadesOf(at: number, rating: number[], rows: PlanRow[], colours: Colours): Map<number, Shade> {
  const shades = new Map<number, Shade>();
  for (const { fills, at: place } of rows) {
    const fill = fills[at];
    const name = fill && colourName(fill);
    const ofRow = fills.some((other, column) => other === fill && !rating.includes(column));
    if (fill && name && !ofRow) shades.set(place.row, { fill, name });
  }
  const worded = rows.some(({ cells }) => cells[at]);
  return rates([...shades.values()], { rows: rows.length, worded }, colours) ? shades : new Map();
}

/**
 * Grey and blue alone decorate, unless the key knows them; so does one colour from top to bottom that is pale or
 * has words on it.
 */
function rates(
  shades: Shade[],
  { rows, worded }: { rows: number; worded: boolean },
  colours: Colours,
): boolean {
  const known = shades.some(({ fill, name }) => stateShown(colours, fill, name));
  const traffic = shades.some(({ name }) => name !== 'grey' && name !== 'blue');
  const [first] = shades;
  const decorates =
    first !== undefined &&
    shades.length === rows &&
    shades.every(({ fill }) => fill === first.fill) &&
    (isPale(first.fill) || (rows >= FEWEST && worded));
  return (known || traffic) && !decorates;
}
