import { bestPairs, type Pair } from './best-pairs.ts';
import { candidatesOf, postingsOf } from './candidates.ts';
import type { Compared } from './known-lines.ts';
import { cellAt } from './same-cell.ts';

export type Similar = { row: number; line: number; likeness: number; sameReference: boolean; sure: boolean };

/** From here on two rows are the same, though reworded; one number suffices where both have the same reference. */
const SURE = { words: 0.6, underReference: 0.35 };
/** From here on a person is asked. */
const PERHAPS = { words: 0.35, underReference: 0.05 };
/** What speaks for a pair besides its words; the last two only part pairs that are alike. */
const FITS = { reference: 0.25, section: 0.02, place: 0.02 };
/** Two answers that are as near to each other as this are a question. */
const TIE = 0.03;

/**
 * `places`: at which line of the old order each row stands. `trusted.references`: they were not counted anew.
 * `trusted.identities`: most rows have one, so that a row without is new unless it says what a line says.
 */
export type Surroundings = {
  places: Map<number, number>;
  trusted: { references: boolean; identities: boolean };
};

/** The rows that are left, each with the line that it probably is; rows that are like none are new, and not among them. */
export function similarWords(
  rows: number[],
  free: number[],
  { places, trusted }: Surroundings,
  compared: Compared,
): Similar[] {
  const postings = postingsOf(free, compared);
  const references = trusted.references ? sameReferences(compared) : new Map<number, number>();
  const perhaps = trusted.identities ? SURE : PERHAPS;
  const isFree = new Set(free);
  const pairs = rows.flatMap(row => {
    const place = places.get(row) ?? row;
    const candidates = candidatesOf(row, free, { compared, postings, place });
    const named = references.get(row);
    if (named !== undefined && isFree.has(named)) candidates.add(named);
    return [...candidates].flatMap((line): (Pair & Similar)[] => {
      const likeness = compared.likeness(row, line);
      const sameReference = named === line;
      if (likeness < (sameReference ? perhaps.underReference : perhaps.words)) return [];
      const fit = likeness + fitting(row, line, { sameReference, place }, compared);
      const sure = likeness >= (sameReference ? SURE.underReference : SURE.words);
      return [{ row, line, fit, likeness, sameReference, sure }];
    });
  });
  return withoutTies(bestPairs(pairs), pairs);
}

function fitting(
  row: number,
  line: number,
  { sameReference, place }: { sameReference: boolean; place: number },
  { lines, rows }: Compared,
): number {
  const section = (cells: Record<string, string>) => cellAt(cells, 'section');
  const sameSection = section(lines[line]!.shown) === section(rows[row]!.cells);
  return (
    (sameReference ? FITS.reference : 0) +
    (sameSection ? FITS.section : 0) +
    FITS.place / (1 + Math.abs(place - line))
  );
}

/** Where a row or line that stays alone would fit as well, nobody can say which of the two it is. */
function withoutTies(best: (Pair & Similar)[], pairs: (Pair & Similar)[]): Similar[] {
  const rows = new Set(best.map(({ row }) => row));
  const lines = new Set(best.map(({ line }) => line));
  const byRow = Map.groupBy(pairs, ({ row }) => row);
  const byLine = Map.groupBy(pairs, ({ line }) => line);
  return best.map(one => {
    const rivals = [
      ...byRow.get(one.row)!.filter(({ line }) => !lines.has(line)),
      ...byLine.get(one.line)!.filter(({ row }) => !rows.has(row)),
    ];
    const tied = !one.sameReference && rivals.some(({ fit }) => fit > one.fit - TIE);
    const { row, line, likeness, sameReference, sure } = one;
    return { row, line, likeness, sameReference, sure: sure && !tied };
  });
}

/** Rows that have the reference of a line which nobody else has, in their section or in all of the plan. */
function sameReferences({ lines, rows, reference }: Compared): Map<number, number> {
  const found = new Map<number, number>();
  for (const key of [inSection, (_section: string, number: string) => number]) {
    const keyed = (cells: Record<string, string>) => {
      const number = reference(cells);
      return number && key(cellAt(cells, 'section'), number);
    };
    const ofLines = Map.groupBy(lines.keys(), line => keyed(lines[line]!.shown));
    const ofRows = Map.groupBy(rows.keys(), row => keyed(rows[row]!.cells));
    for (const [name, [row, ...more]] of ofRows) {
      const [line, ...others] = ofLines.get(name) ?? [];
      if (
        name &&
        row !== undefined &&
        line !== undefined &&
        !more.length &&
        !others.length &&
        !found.has(row)
      )
        found.set(row, line);
    }
  }
  return found;
}

const inSection = (section: string, number: string): string => `${section}\n${number}`;
