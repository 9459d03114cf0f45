import type { Kit } from './faces.ts';

type Element = ReturnType<Kit['struct']>;
/** A block of the document: what an element of the structure is made for. */
type Part = object;

/**
 * The structure of a document while its pages are drawn, in reading order. What runs over several pages stays open until
 * something else begins; what is closed is written out, so that a long table does not gather in memory.
 */
export class Tags {
  readonly #kit: Kit;
  readonly #root: Element;
  #part: { of: Part; element: Element } | undefined;
  #row: { number: number; element: Element; cells: Element[] } | undefined;

  constructor(kit: Kit) {
    this.#kit = kit;
    this.#root = kit.struct('Document');
    kit.addStructure(this.#root);
  }

  /** Words of a heading or a paragraph. */
  words(of: Part, tag: string, draw: () => void): void {
    this.#tagged(this.#open(of, tag), tag, draw);
  }

  /** The cells of a row of a table; each is drawn by its number. A row that goes on over a page is still the same. */
  row(
    of: Part,
    row: { number: number; heads: boolean; columns: number },
    draw: (column: number) => void,
    called: string,
  ): void {
    const table = this.#open(of, 'Table', { title: called });
    const tag = row.heads ? 'TH' : 'TD';
    if (this.#row?.number !== row.number) {
      this.#row?.element.end();
      this.#row = this.#newRow(table, row.number, tag, row.columns);
    }
    const { cells } = this.#row;
    for (const [column, cell] of cells.entries()) this.#tagged(cell, tag, () => draw(column));
  }

  /** What is no word of the document and is not heard. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.#kit.markContent('Artifact', { type });
    draw();
    this.#kit.endMarkedContent();
  }

  end(): void {
    this.#close();
    this.#root.end();
  }

  #newRow(table: Element, number: number, tag: string, columns: number) {
    const element = this.#kit.struct('TR');
    table.add(element);
    const cells = Array.from({ length: columns }, () => {
      // the types of pdfkit do not know the scope that it takes
      const options = tag === 'TH' ? ({ scope: 'Column' } as object) : {};
      const cell = this.#kit.struct(tag, options);
      element.add(cell);
      return cell;
    });
    return { number, element, cells };
  }

  #tagged(element: Element, tag: string, draw: () => void): void {
    const content = this.#kit.markStructureContent(tag);
    draw();
    this.#kit.endMarkedContent();
    element.add(content as never);
  }

  #open(of: Part, tag: string, options: object = {}): Element {
    if (this.#part?.of === of) return this.#part.element;
    this.#close();
    const element = this.#kit.struct(tag, options);
    this.#root.add(element);
    this.#part = { of, element };
    return element;
  }

  #close(): void {
    this.#row?.element.end();
    this.#part?.element.end();
    this.#row = undefined;
    this.#part = undefined;
  }
}
