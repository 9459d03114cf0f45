import type { Paragraph } from '../../../../documents/document.ts';
import { sectionTitle } from '../../../../reading/document/section-title.ts';
import type { GridRow } from '../../../../reading/grid/grid.ts';
import { decideColumns } from '../../../../reading/headings/columns.ts';
import { readHeading } from '../../../../reading/headings/heading.ts';
import { rowKind } from '../../../../reading/lines/row-kinds.ts';
import { looksOf } from '../../../../reading/text/looks.ts';
import type { Column } from '../../plan.ts';

/** Says of each line which section it is from, where no title can. */
export const SECTION_COLUMN: Column = { headings: ['Section'], meaning: 'section' };

const HEADINGS = ['Ref', 'Action', 'Owner'];
const COLUMNS = decideColumns(
  HEADINGS.map(text => readHeading([{ text, columns: 1, first: true }])),
  HEADINGS.map(() => looksOf([])),
);

/**
 * Whether a section's title is read as one again, over its table and as a row of it. "Key messages" is not: over a table
 * it would be taken for the key to it.
 */
export function isReadAsTitle(title: string): boolean {
  if (title.includes('\n')) return false;
  const paragraph: Paragraph = { kind: 'paragraph', text: title, where: '', level: 1, bold: true };
  const whole = { text: title, column: 0, columns: HEADINGS.length, continues: false, bold: true };
  const row: GridRow = { cells: [whole], header: false, where: '' };
  return sectionTitle([paragraph], false) !== undefined && rowKind(row, COLUMNS, undefined) === 'section';
}
