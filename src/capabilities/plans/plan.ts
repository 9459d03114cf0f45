import type { DocumentKind, Field, ReadColumn, Reading, ReadLine } from '../../reading/reading.ts';
import type { WantedOwner } from '../organisations/index.ts';

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
  /** What its history begins with, where no document was read. */
  origin?: string;
  beside: Beside;
  sections: NewSection[];
};

/** `columns` are those of the table that the section was printed in. */
export type NewSection = { title: string; columns: ReadColumn[]; lines: NewLine[] };

export type NewLine = Omit<
  ReadLine,
  | 'at'
  | 'parts'
  | 'section'
  | 'printed'
  | 'shades'
  | 'stateFrom'
  | 'taken'
  | 'owners'
  | 'costs'
  | 'pairs'
  | 'identity'
> & {
  marking?: Marking;
  asRead?: AsRead;
  /** Who a person or the reading says it is; where nobody says, its own cells do. */
  settledOwners?: LineOwners;
};

/** Whom a line is to have: at most one who answers for it, and those who contribute. */
export type LineOwners = { accountable: WantedOwner | null; contributors: WantedOwner[] };

/**
 * How the reader came to what it read of a line, in words for a person, as it was told when the reading was accepted.
 * `field` is the cell that something was read from; null where no cell said it. `row`: the row of the document, where a
 * person made several lines of it, and which of them this is.
 */
export type AsRead = {
  state?: { field: string | null; why: string };
  timings: { field: string; phrase: string; why: string }[];
  row?: { part: number; of: number; printed: { heading: string; text: string; shade?: string }[] };
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
