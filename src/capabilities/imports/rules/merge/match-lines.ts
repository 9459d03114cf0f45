import { byIdentity } from './known-identities.ts';
import { Compared, knownLines } from './known-lines.ts';
import type { Match, MergeInput } from './merging.ts';
import { LinesByWords, sameWords } from './same-words.ts';
import { similarWords } from './similar-words.ts';

export type Matches = {
  sure: Match[];
  doubtful: (Match & { likely: 'same' | 'new' })[];
  /** Rows that are no line. */
  alone: number[];
};

/** More alike than this and the likelier answer is that they are the same. */
const LIKELY = 0.45;

/**
 * Which line each row of a file is: by identity, then by the same words wherever they stand and whatever their number,
 * then by how alike the words are. Lines that were taken out of the plan since are among them.
 */
export function matchLines(input: MergeInput): Matches {
  const compared = new Compared(knownLines(input), input.rows);
  const index = new Map(compared.lines.map(({ id }, line) => [id, line]));
  const byWords = new LinesByWords(compared);
  const known = byIdentity(
    input.rows.map(({ identity }) => identity),
    id => index.has(id),
    {
      likeness: (row, id) => compared.likeness(row, index.get(id)!),
      repeats: (row, id) => byWords.repeatedBy(row, 'words alone').includes(index.get(id)!),
      repeated: row => byWords.repeatedBy(row, 'words alone').map(line => compared.lines[line]!.id),
    },
  );
  const have = new Map(known.map(({ row, line }) => [row, index.get(line)!]));
  const left = () => [...input.rows.keys()].filter(row => !have.has(row));
  const same = sameWords(left(), byWords, have, input.rows.length);
  const taken = new Set(have.values());
  const free = [...compared.lines.keys()].filter(line => !taken.has(line));
  const trusted = {
    identities: known.length > input.rows.length / 2,
    references: !renumbered(have, compared),
  };
  const similar = similarWords(
    left(),
    free,
    { places: placesOf(input.rows.length, have), trusted },
    compared,
  );
  const found = new Set(similar.map(({ row }) => row));
  const idOf = (line: number) => compared.lines[line]!.id;
  return {
    sure: [
      ...known,
      ...same.map(({ row, line }): Match => ({ row, line: idOf(line), by: 'same words', likeness: 1 })),
      ...similar.filter(({ sure }) => sure).map(one => matchOf(one, idOf)),
    ].sort((one, other) => one.row - other.row),
    doubtful: similar
      .filter(({ sure }) => !sure)
      .map(one => ({ ...matchOf(one, idOf), likely: one.likeness >= LIKELY ? 'same' : 'new' })),
    alone: left().filter(row => !found.has(row)),
  };
}

const matchOf = (
  { row, line, likeness, sameReference }: ReturnType<typeof similarWords>[number],
  idOf: (line: number) => string,
): Match => ({ row, line: idOf(line), by: sameReference ? 'reference' : 'similar words', likeness });

/** Whether most of the rows of which is known what they are have another number than they had. */
function renumbered(have: Map<number, number>, { lines, rows, reference }: Compared): boolean {
  const numbers = [...have].map(([row, line]) => [
    reference(rows[row]!.cells),
    reference(lines[line]!.shown),
  ]);
  const both = numbers.filter(([one, other]) => one && other);
  return both.filter(([one, other]) => one !== other).length > both.length / 2;
}

/** At which line of the old order each row stands, by the nearest row above that is a line. */
function placesOf(rows: number, have: Map<number, number>): Map<number, number> {
  const places = new Map<number, number>();
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const line = have.get(row) ?? next;
    places.set(row, line);
    next = line + 1;
  }
  return places;
}
