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
};
