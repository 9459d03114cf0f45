import { folded } from '../../../../reading/text/plain.ts';
import { likeness } from './likeness.ts';
import type { BaseLine, Cells, FileRow, MergeInput } from './merging.ts';
import { bare, cellAt } from './same-cell.ts';
import { type WeighedLine, WordBook } from './weighed-words.ts';

/** A line that a row may be: of the plan, or taken out of it since; as the file showed it. */
export type KnownLine = { id: string; shown: Cells };

/** The lines in the order in which the file knew them, newer ones behind. */
export function knownLines({ lines, base }: Pick<MergeInput, 'lines' | 'base'>): KnownLine[] {
  const inBase = new Set(base.map(({ id }) => id));
  return [
    ...base.map(line => ({ id: line.id, shown: shownCells(line) })),
    ...lines.filter(({ id }) => !inBase.has(id)).map(({ id, cells }) => ({ id, shown: cells })),
  ];
}

const shownCells = ({ cells, asRead }: BaseLine): Cells => (asRead ? { ...cells, ...asRead } : cells);

/** Which cells two lines are compared by, most exact first. */
export type Exactness = 'all' | 'without section' | 'words alone';

/** Rows and lines beside each other: how alike two are, and which say the same. */
export class Compared {
  readonly lines: KnownLine[];
  readonly rows: FileRow[];
  readonly book = new WordBook();
  readonly weighedLines: WeighedLine[];
  readonly weighedRows: WeighedLine[];
  readonly #alike = new Map<number, number>();

  constructor(lines: KnownLine[], rows: FileRow[]) {
    this.lines = lines;
    this.rows = rows;
    this.weighedLines = lines.map(({ shown }) => this.book.enter(shown));
    this.weighedRows = rows.map(({ cells }) => this.book.enter(cells));
  }

  likeness(row: number, line: number): number {
    const key = row * this.lines.length + line;
    const known = this.#alike.get(key);
    if (known !== undefined) return known;
    const alike = likeness(this.weighedLines[line]!, this.weighedRows[row]!, this.rows[row]!.says, this.book);
    this.#alike.set(key, alike);
    return alike;
  }

  /** The text that a row and a line share where they say the same. */
  rowText = (row: number, exactness: Exactness): string =>
    this.#text(this.rows[row]!.cells, this.#said(row, exactness));

  /** Of each line, by what the row's file speaks of. */
  lineText = (line: number, row: number, exactness: Exactness): string =>
    this.#text(this.lines[line]!.shown, this.#said(row, exactness));

  saidBy = (row: number): string => this.#said(row, 'all').join('\n');

  #said(row: number, exactness: Exactness): string[] {
    const left = LEFT_OUT[exactness];
    return [...this.rows[row]!.says].filter(cell => cell !== 'state' && !left.includes(cell)).sort();
  }

  #text = (cells: Cells, said: string[]): string => said.map(cell => bare(cellAt(cells, cell))).join('\n');

  reference = (cells: Cells): string => folded(cellAt(cells, 'reference'));
}

const LEFT_OUT: Record<Exactness, string[]> = {
  all: [],
  'without section': ['section'],
  'words alone': ['section', 'reference'],
};
