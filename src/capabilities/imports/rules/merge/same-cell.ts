import { plain } from '../../../../reading/text/plain.ts';
import type { Cells } from './merging.ts';

/** Whether two cells say the same: blanks and line ends aside, which programs set anew each time they save. */
export const sameCell = (one: string, other: string): boolean => one === other || bare(one) === bare(other);

/** What programs drop or add by themselves: signs that are not printed, and kinds of blanks. */
export const bare = (text: string): string =>
  SIMPLE.test(text)
    ? text
    : plain(text.normalize('NFC').replace(/[\p{Cf}\p{Cc}]/gu, sign => (/\s/.test(sign) ? ' ' : '')))
        .replace(/\s+/g, ' ')
        .trim();

/** Words with single blanks between: most cells. */
const SIMPLE = /^(?:[!-%'-;=?-~]+(?: [!-%'-;=?-~]+)*)?$/;

/** What stands in a cell, '' for none; headings are the documents' own words, "constructor" among them. */
export const cellAt = (cells: Cells, cell: string): string =>
  Object.hasOwn(cells, cell) ? (cells[cell] ?? '') : '';
