/** A document to be written: a title, a marking on each page, and sections with paragraphs and tables. */
export type DocumentOut = {
  title: string;
  /** The protective marking printed at the head and foot of each page ("OFFICIAL-SENSITIVE"); empty for none. */
  marking: string;
  orientation: 'landscape' | 'portrait';
  /** Who the file says wrote it. */
  creator: string;
  /** What the file says of when it was made; also makes its bytes the same each time. */
  created: Temporal.Instant;
  /** What the file is known by when it comes back (a UUID); hidden in it where the format can hide anything. */
  identity?: string;
  /** Short lines under the title, such as "As at 3 May 2025". */
  introduction: string[];
  sections: SectionOut[];
};

export type SectionOut = {
  /** Empty where the tables need no title of their own. */
  heading: string;
  paragraphs: string[];
  tables: TableOut[];
};

export type TableOut = {
  headings: string[];
  /** How wide each column is beside the others; equal where not given. */
  widths?: number[];
  /** A text for each column; a line break in it stays one. */
  rows: string[][];
  /** What each row is known by when the file comes back (a UUID each, empty for none), hidden like the file's own. */
  identities?: string[];
};
