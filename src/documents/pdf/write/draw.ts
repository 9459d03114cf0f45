import { CELL, type Grid, LEADING } from './blocks.ts';
import type { Kit, Setting } from './faces.ts';
import type { Placed } from './pages.ts';
import type { Tags } from './tags.ts';

export type Paper = { width: number; height: number; margin: number };

/** Colours of ink. */
const TEXT = '#0b0c0c';
const RULE = '#b1b4b6';
const STRONG = '#505a5f';
const SHADE = '#e8ebee';

type Row = Extract<Placed, { kind: 'row' }>;
type Head = Extract<Placed, { kind: 'head' }>;

/** Draws what stands on a page. Rules, and headings of a table that are printed again, are not heard. */
export class Pen {
  readonly #kit: Kit;
  readonly #tags: Tags;
  readonly #paper: Paper;

  constructor(kit: Kit, tags: Tags, paper: Paper) {
    this.#kit = kit;
    this.#tags = tags;
    this.#paper = paper;
  }

  draw(placed: Placed): void {
    if (placed.kind === 'words') {
      const { words, y, from, to } = placed;
      const { margin } = this.#paper;
      this.#tags.words(words, words.tag, () =>
        this.#lines(words.lines.slice(from, to), margin, y, words.set),
      );
    } else if (placed.kind === 'head') this.#head(placed);
    else this.#row(placed);
  }

  /** Printed on every page: the marking at the head and the foot, and which page it is. */
  running(marking: string, page: string): void {
    const { width, height, margin } = this.#paper;
    this.#tags.artifact('Pagination', () => {
      this.#centred(marking, margin - 22);
      this.#centred(marking, height - margin + 12);
      const set = { size: 9 };
      this.#lines([page], width - margin - this.#widthOf(page, set), height - margin + 13, set, STRONG);
    });
  }

  #head({ grid, y, height, again }: Head): void {
    const set = { size: grid.size, bold: true };
    const cell = (column: number) => this.#cell(grid, column, y, grid.head[column]!, set);
    this.#tags.artifact('Layout', () => {
      this.#kit.rect(this.#paper.margin, y, widthOf(grid), height).fill(SHADE);
    });
    const columns = grid.head.length;
    if (again)
      this.#tags.artifact('Pagination', () => {
        for (let column = 0; column < columns; column++) cell(column);
      });
    else this.#tags.row(grid, { number: -1, heads: true, columns }, cell, grid.called);
    this.#rules(grid, y, height, STRONG);
  }

  #row({ grid, row, y, height, from, to }: Row): void {
    const cells = grid.rows[row]!;
    const set = { size: grid.size };
    const cell = (column: number) => this.#cell(grid, column, y, cells[column]!.slice(from, to), set);
    this.#tags.row(grid, { number: row, heads: false, columns: cells.length }, cell, grid.called);
    this.#rules(grid, y, height, RULE);
  }

  #cell(grid: Grid, column: number, y: number, lines: string[], set: Setting): void {
    const left = grid.widths.slice(0, column).reduce((sum, width) => sum + width, this.#paper.margin);
    this.#lines(lines, left + grid.padding, y + CELL.down, set);
  }

  /** A line below, and one at each edge of a column. */
  #rules(grid: Grid, y: number, height: number, below: string): void {
    const { margin } = this.#paper;
    const bottom = y + height;
    this.#tags.artifact('Layout', () => {
      this.#kit.lineWidth(0.5);
      let x = margin;
      for (const width of [0, ...grid.widths]) {
        x += width;
        this.#kit.moveTo(x, y).lineTo(x, bottom);
      }
      this.#kit.moveTo(margin, y).lineTo(x, y).stroke(RULE);
      this.#kit.moveTo(margin, bottom).lineTo(x, bottom).stroke(below);
    });
  }

  #centred(text: string, y: number): void {
    const set = { size: 10.5, bold: true };
    if (text) this.#lines([text], (this.#paper.width - this.#widthOf(text, set)) / 2, y, set);
  }

  #widthOf(text: string, { bold, size }: Setting): number {
    return this.#kit
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .widthOfString(text);
  }

  #lines(lines: string[], x: number, y: number, { bold, size }: Setting, colour = TEXT): void {
    this.#kit
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(colour);
    for (const [index, line] of lines.entries())
      if (line) this.#kit.text(line, x, y + index * size * LEADING, { lineBreak: false });
  }
}

const widthOf = ({ widths }: Grid): number => widths.reduce((sum, width) => sum + width, 0);
