import type { SourceDocument } from '../document.ts';
import { IdentityColumn } from '../sheet/identity-column.ts';
import { type SheetCell, type SheetRow, sheetLimits } from '../sheet/sheet.ts';
import { workbook } from '../sheet/workbook.ts';
import { unguarded } from './formula-guard.ts';
import { withProse } from './prose.ts';
import { recordsOf } from './records.ts';
import { separatorOf } from './separator.ts';

/**
 * Reads values set apart by commas, semicolons, tabs or upright bars (RFC 4180 and what programs make of it).
 * Rows may be of any length, and prose may stand above and below the table, as in any sheet.
 */
export function readCsv(text: string): SourceDocument {
  const { separator, body } = separatorOf(text.replace(/^\uFEFF/, ''));
  const limits = sheetLimits();
  const known = new IdentityColumn();
  const rows = numbered(body, separator).flatMap(({ record, line }): SheetRow[] => {
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
const numbered = (text: string, separator: string): Numbered[] =>
  withProse(recordsOf(text, separator), separator).map((record, index) => ({ record, line: index + 1 }));
