import { identityHeading, identityIn } from '../identity.ts';

/** The hidden column in which a sheet that Commsgrid gave out says what it and its rows are known by: no words of it. */
export class IdentityColumn {
  /** Of the file; undefined until a heading named it. */
  file: string | undefined;
  readonly #columns = new Set<number>();
  readonly #byRow = new Map<number, string>();

  /** Whether a cell is one of the column. Cells are shown row by row, so that its heading comes first. */
  takes(row: number, column: number, text: string): boolean {
    const file = identityHeading(text);
    if (file !== undefined) {
      this.#columns.add(column);
      this.file ??= file || undefined;
      return true;
    }
    const identity = this.#columns.has(column) ? identityIn(text) : undefined;
    if (identity) this.#byRow.set(row, identity);
    return identity !== undefined;
  }

  /** Of a row, for spreading. */
  of(row: number): { identity?: string } {
    const identity = this.#byRow.get(row);
    return identity ? { identity } : {};
  }
}
