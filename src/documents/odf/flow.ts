import type { Block, Paragraph } from '../document.ts';
import type { XmlElement } from '../xml.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** What is carried along while a text is read from top to bottom. */
export type Flow = {
  styles: Styles;
  numbering: Numbering;
  /** Printed words that do not stand in the flow of the body: notes, text boxes. */
  asides: Paragraph[];
  paragraphs: number;
  tables: number;
  /** Reads what a cell, a note or a text box holds, which is again paragraphs and tables. */
  readInside: (parent: XmlElement, flow: Flow, where?: string) => Block[];
};
