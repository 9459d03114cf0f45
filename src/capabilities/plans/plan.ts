import type { DocumentKind, Field, ReadColumn, Reading, ReadLine } from '../../reading/reading.ts';

export const MARKINGS = ['none', 'OFFICIAL', 'OFFICIAL-SENSITIVE'] as const;
/** The protective marking of a document or of one of its lines. */
export type Marking = (typeof MARKINGS)[number];

/** A document that becomes a plan. Its lines stand in their sections, in the order in which they were printed. */
export type NewPlan = {
  title: string;
  kind: DocumentKind;
  dated: string | null;
  period: { from: string; to: string } | null;
  marking: Marking;
  sourceFileId: string | null;
  beside: Beside;
  sections: NewSection[];
};

/** `columns` are those of the table that the section was printed in. */
export type NewSection = { title: string; columns: ReadColumn[]; lines: NewLine[] };

export type NewLine = Omit<
  ReadLine,
  'at' | 'section' | 'printed' | 'stateFrom' | 'taken' | 'owners' | 'costs'
> & {
  marking?: Marking;
};

/** What the document says besides its lines. */
export type Beside = Partial<Pick<Reading, 'clauses' | 'audiences' | 'channels' | 'remainder'>>;

/**
 * A column of a section's table as stored: its heading rows and what it was taken for. `name` is what the cells of a
 * column without a field are kept under in its lines.
 */
export type Column = Pick<ReadColumn, 'headings' | 'meaning'> & { name?: string };

/** Something a line of a plan can be asked for by name: a field, or a column kept under its own heading. */
export type CellName = Field | `other:${string}`;
