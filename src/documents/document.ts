/**
 * A document as blocks and tables, whatever file it came in.
 * Every printed word of the file stands in exactly one place here.
 */
export type SourceDocument = {
  format: 'docx' | 'pdf' | 'xlsx' | 'csv' | 'ods' | 'odt' | 'txt';
  /** Paragraphs and tables of the body, in reading order. */
  blocks: Block[];
  /** Headers, footers, footnotes, text boxes: printed, but not in the flow of the body. */
  asides: Paragraph[];
  /** What a file that Commsgrid gave out is known by: hidden in it, no word of it, and perhaps forged. */
  identity?: string;
};

export type Block = Paragraph | Table;

export type Paragraph = {
  kind: 'paragraph';
  text: string;
  /** Where a person would look for it: "page 3", "line 12", "paragraph 7", "footer". */
  where: string;
  /** 1 for the highest heading; absent for running text. */
  level?: number;
  /** The number or bullet the word processor prints itself ("1.", "a)", "•"); not part of `text`. */
  marker?: string;
  /** 0 for the outermost list. */
  depth?: number;
  /** What the file itself says the paragraph is, where its style tells; 'sheet' for the name on a sheet's tab. */
  role?: 'title' | 'subtitle' | 'contents' | 'caption' | 'sheet';
  /** Set in from the margin without a marker, which is what is left of lists in converted documents. */
  indented?: true;
  /** All its words are bold: often a heading that nobody marked as one. */
  bold?: true;
  /** On a sheet, outside tables: the background of its cell, or of the empty cell before it, which it may explain. */
  fill?: string;
};

export type Table = { kind: 'table'; rows: Row[]; where: string };

/**
 * `header`: the file itself says that the row is repeated as a heading.
 * `where`: what people call the row, where the file numbers its rows itself.
 * `identity`: what a row that Commsgrid gave out is known by, as for the file.
 */
export type Row = { cells: Cell[]; header?: boolean; where?: string; identity?: string };

export type Cell = {
  paragraphs: Paragraph[];
  /** How many grid columns it covers, 1 unless merged sideways. */
  columns: number;
  /** The cell continues the one above it (merged downwards) and has no words of its own. */
  continues?: boolean;
  /** Tables inside the cell. */
  tables?: Table[];
  /** The background of the cell itself, six digits of red, green and blue ("00B050"); absent for white and for none. */
  fill?: string;
};
