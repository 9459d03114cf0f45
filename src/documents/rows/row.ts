import { Unreadable } from '../unreadable.ts';

/** A row as it stands in a file; `number` as a spreadsheet shows it. */
export type FileRow = { number: number; values: string[] };

/** `hidden`: the file also has rows or columns that it does not show, which were not read. */
export type RowsOfFile = { rows: FileRow[]; hidden: boolean };

/** The greatest number of rows that are read, the headings not counted. */
export const MOST_ROWS = 20_000;
/** Headings, and a few lines over them. */
const OVER = 10;
/** Characters in all: fifty columns of twenty in every row. */
const MOST_CHARACTERS = 20_000_000;
const WIDEST = 400;

/** Counts what is read while it is read. Throws `Unreadable` as soon as there is more than is taken in at once. */
export function holdRows(): (values: string[]) => void {
  let rows = 0;
  let characters = 0;
  return values => {
    characters += values.reduce((sum, value) => sum + value.length, 0);
    if (++rows > MOST_ROWS + OVER || characters > MOST_CHARACTERS) throw tooMany();
    if (values.length > WIDEST)
      throw new Unreadable(
        `This file has a row of ${values.length} cells; up to ${WIDEST} are read. Delete the columns that are not needed and upload it again.`,
      );
  };
}

export const tooMany = (): Unreadable =>
  new Unreadable(
    'This file has more than 20,000 rows, which is the most that is taken in at once. Put the rows into two files or more and upload one after the other.',
  );
