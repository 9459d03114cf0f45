import { parse } from 'csv-parse/sync';
import { Unreadable } from '../unreadable.ts';

/** The values of each row, blank rows too, so that rows count as a spreadsheet counts them. Throws `Unreadable`. */
export function recordsOf(text: string, separator: string): string[][] {
  const quoted = attempt(text, separator, '"');
  // One stray quote mark swallows the rest of a file that quotes nothing; taken as it stands, its rows are whole.
  const records = quoted ?? (quotes(text, separator) ? undefined : attempt(text, separator, false));
  if (!records) {
    throw new Unreadable(
      'This file ends in the middle of a quoted cell, so it is damaged or was not fully copied. Export it again and upload the new copy.',
    );
  }
  return records;
}

function attempt(text: string, separator: string, quote: '"' | false): string[][] | undefined {
  try {
    return parse(text, {
      delimiter: separator,
      quote,
      escape: '"',
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: false,
      cast: (value, { quoting }) => (quoting ? value.trimStart() : value),
    });
  } catch {
    return undefined;
  }
}

/** Whether cells are quoted as a habit: more than once a whole cell stands in quote marks. */
function quotes(text: string, separator: string): boolean {
  const sign = separator === '|' ? '\\|' : separator;
  const cells = text.match(new RegExp(`(?:^|[${sign}])"(?:[^"]|"")*"(?=[${sign}]|\\r?$)`, 'gm')) ?? [];
  return cells.length > 1;
}
