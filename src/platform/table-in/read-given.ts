import { MOST_ROWS, tooMany } from '../../documents/rows/row.ts';
import { isSeparatedText } from '../../documents/rows/separated.ts';
import { Unreadable } from '../../documents/unreadable.ts';
import { matchColumns, type NamedColumn, type Table } from './match-columns.ts';

/** Bytes of separated values that are read and weighed while a person waits for the page. */
const AT_ONCE = 250_000;

/** Whether a file is read in a moment; a longer one, or one that must be unpacked, is read by a job. */
export const isQuick = (content: Buffer): boolean =>
  content.byteLength <= AT_ONCE && isSeparatedText(content);

/**
 * The rows of a file under the columns that are known; or why they cannot be, with what to do. What reads workbooks is
 * loaded by the first file: most days see none.
 */
export async function readTable(
  content: Buffer,
  columns: NamedColumn[],
): Promise<Table | { problem: string }> {
  const { readRows } = await import('../../documents/rows/read.ts');
  try {
    const { rows, hidden } = readRows(content);
    const table = matchColumns(rows, columns);
    if ('problem' in table) return table;
    if (table.rows.length > MOST_ROWS) throw tooMany();
    if (!table.rows.length)
      return { problem: 'The file has headings and no rows under them. Add the rows and upload it again.' };
    return hidden ? { ...table, passedOver: [...table.passedOver, HIDDEN] } : table;
  } catch (fault) {
    if (fault instanceof Unreadable) return { problem: fault.message };
    throw fault;
  }
}

const HIDDEN = 'rows and columns that the sheet hides';
