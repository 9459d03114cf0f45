import { guarded } from './formula-guard.ts';

/** By this Excel knows that the letters are UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A row of separated values (RFC 4180) with its end. No value is taken for a formula. */
export const csvRow = (values: string[]): string => `${values.map(quoted).join(',')}\r\n`;

/** A file of nothing but rows. */
export const csvOf = (rows: string[][]): string => BYTE_ORDER_MARK + rows.map(csvRow).join('');

/** In quote marks where a comma, or what other countries' spreadsheets part values by, would end it. */
function quoted(text: string): string {
  const safe = guarded(text.toWellFormed());
  return /[",;\t\r\n|]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
