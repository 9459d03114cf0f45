import type { Block, Paragraph } from '../document.ts';
import type { XmlElement } from '../xml.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** What is carried along while a Word file is read from top to bottom. */
export type Flow = {
  styles: Styles;
  numbering: Numbering;
  /** Printed words found on the way that do not stand in the flow of the body. */
  asides: Paragraph[];
  /** Open fields, innermost last: a field's instruction is not printed, its result is. */
  fields: ('instruction' | 'result')[];
  /** Words of a paragraph whose end was deleted in a tracked change: they begin the next one. */
  unfinished: string;
  paragraphs: number;
  tables: number;
  /** Reads what a cell or a text box holds, which is again paragraphs and tables. */
  readInside: ReadBlocks;
};

type ReadBlocks = (parent: XmlElement, flow: Flow, where?: string) => Block[];

export const newFlow = (styles: Styles, numbering: Numbering, readInside: ReadBlocks): Flow => ({
  styles,
  numbering,
  asides: [],
  fields: [],
  unfinished: '',
  paragraphs: 0,
  tables: 0,
  readInside,
});
