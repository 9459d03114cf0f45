import type { DocumentOut } from '../../document-out.ts';
import { IDENTITY_HEADING } from '../../identity.ts';
import type { SheetOut, SheetPart } from './sheets.ts';
import { STYLE, type Style } from './styles.ts';

export type RowOut = {
  texts: string[];
  style: Style;
  /** Stands in the hidden column behind the table. */
  hidden?: string;
  /** Merged over all columns of the table. */
  across?: true;
  /** The row of headings, below which the sheet scrolls and which every printed page repeats. */
  heads?: true;
};

/** The rows of a sheet from top to bottom; those without texts are blank. */
export function* rowsOf(sheet: SheetOut, document: DocumentOut): Generator<RowOut> {
  if (sheet.first) {
    if (document.title) yield { texts: [document.title], style: STYLE.title };
    for (const line of document.introduction) yield { texts: [line], style: STYLE.plain };
    if (document.title || document.introduction.length) yield BLANK;
  }
  if (sheet.parts.length) yield* tableRows(sheet.parts, document);
  for (const { heading, paragraphs } of sheet.prose) {
    if (heading) yield { texts: [heading], style: STYLE.subtitle };
    for (const text of paragraphs) yield { texts: [text], style: STYLE.prose };
    yield BLANK;
  }
}

const BLANK: RowOut = { texts: [], style: STYLE.plain };

/** The title of a lone section stands over the headings; those of several stand between their lines. */
function* tableRows(parts: SheetPart[], { identity }: DocumentOut): Generator<RowOut> {
  const [first] = parts;
  const several = parts.length > 1;
  const known = identity !== undefined || parts.some(({ table }) => table.identities);
  if (!several && first!.title) yield { texts: [first!.title], style: STYLE.subtitle };
  yield {
    texts: first!.table.headings,
    style: STYLE.heading,
    heads: true,
    ...(known && { hidden: [IDENTITY_HEADING, identity].filter(Boolean).join(' ') }),
  };
  for (const { title, table } of parts) {
    if (several && title) yield { texts: [title], style: STYLE.section, across: true };
    for (const [index, texts] of table.rows.entries())
      yield { texts, style: STYLE.cell, hidden: table.identities?.[index] };
  }
}
