import { parse } from 'csv-parse/sync';
import type { SourceDocument } from '../document.ts';
import { IdentityColumn } from '../sheet/identity-column.ts';
import { type SheetCell, type SheetRow, sheetLimits } from '../sheet/sheet.ts';
import { workbook } from '../sheet/workbook.ts';
import { Unreadable } from '../unreadable.ts';
import { unguarded } from './formula-guard.ts';
import { withProse } from './prose.ts';
import { separatorOf } from './separator.ts';

/**
 * Reads values set apart by commas, semicolons, tabs or upright bars (RFC 4180 and what programs make of it).
 * Rows may be of any length, and prose may stand above and below the table, as in any sheet.
 */
export function readCsv(text: string): SourceDocument {
  const { separator, body } = separatorOf(text.replace(/^\uFEFF/, ''));
  const limits = sheetLimits();
  const known = new IdentityColumn();
  const rows = recordsOf(body, separator).flatMap(({ record, line }): SheetRow[] => {
    const cells = new Map<number, SheetCell>();
    record.forEach((value, index) => {
      if (!/\S/.test(value) || known.takes(line, index + 1, value)) return;
      limits.cell(value);
      cells.set(index + 1, { text: unguarded(value), columns: 1, rows: 1 });
    });
    return cells.size ? [{ number: line, cells, header: false, ...known.of(line) }] : [];
  });
  return workbook(
    'csv',
    [{ name: '', rows, asides: [], ...(known.file ? { identity: known.file } : {}) }],
    [],
    limits,
  );
}

type Numbered = { record: string[]; line: number };

/** Values with the number of their row, counted as a spreadsheet shows them. */
function recordsOf(text: string, separator: string): Numbered[] {
  const quoted = attempt(text, separator, '"');
  // One stray quote mark swallows the rest of a file that quotes nothing; taken as it stands, its rows are whole.
  const records = quoted ?? (quotes(text, separator) ? undefined : attempt(text, separator, false));
  if (!records) {
    throw new Unreadable(
      'This file ends in the middle of a quoted cell, so it is damaged or was not fully copied. Export it again and upload the new copy.',
    );
  }
  return withProse(records, separator).map((record, index) => ({ record, line: index + 1 }));
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
