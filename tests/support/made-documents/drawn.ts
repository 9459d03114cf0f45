import { pdfFile } from '../pdf-file.ts';
import type { Layout, MadeCell, Setting } from './layout.ts';

type Kit = Parameters<Parameters<typeof pdfFile>[0]>[0];

const LEFT = 40;
const TOP = 60;
const BOTTOM = 540;
const WIDTH = 760;
const PADDING = 4;

/** The made plan as a PDF, drawn by pdfkit: tables with lines, cells that wrap, pages that repeat headings. */
export const drawnOf = ({ blocks, header, footer, setting }: Layout): Promise<Uint8Array> =>
  pdfFile(
    kit => {
      let y = TOP;
      const newPage = (first = false) => {
        if (!first) kit.addPage();
        kit.fontSize(8).text(header, LEFT, 25, { lineBreak: false });
        kit.text(footer, LEFT, 570, { lineBreak: false }).fontSize(9);
        y = TOP;
      };
      newPage(true);
      for (const block of blocks) {
        if (block.kind !== 'table') {
          if (y > BOTTOM - 60) newPage();
          kit.fontSize({ title: 16, heading: 12, prose: 9 }[block.kind]);
          kit.text(block.text, LEFT, y, { width: WIDTH }).fontSize(9);
          y = kit.y + 10;
        } else {
          if (block.breaks) newPage();
          y = drawTable(kit, block.rows, setting, y, newPage, () => y) + 14;
        }
      }
    },
    { layout: 'landscape', margin: 0 },
  );

/** Row by row; what is merged with the cells below has no line under it. Gives back where the table ends. */
function drawTable(
  kit: Kit,
  rows: MadeCell[][],
  { drawn = 'grid', stands = 'top' }: Setting,
  from: number,
  newPage: () => void,
  top: () => number,
): number {
  const columns = rows[0]?.length ?? 1;
  const width = WIDTH / columns;
  let y = from;
  const draw = (row: MadeCell[], at: number) => {
    const height = heightOf(kit, row, width);
    let column = 0;
    for (const cell of row) {
      const x = LEFT + column * width;
      const right = x + width * cell.columns;
      const goesOn = rows[at + 1]?.[column]?.covered;
      const inside = right - x - 2 * PADDING;
      const left = height - 2 * PADDING - kit.heightOfString(cell.text || ' ', { width: inside });
      kit.font(at <= 0 ? 'Helvetica-Bold' : 'Helvetica');
      kit.text(cell.text, x + PADDING, y + PADDING + (stands === 'middle' ? left / 2 : 0), { width: inside });
      if (drawn === 'grid')
        kit
          .moveTo(x, y)
          .lineTo(x, y + height)
          .moveTo(right, y)
          .lineTo(right, y + height);
      if (drawn !== 'nothing' && !cell.covered) kit.moveTo(x, y).lineTo(right, y);
      if (drawn !== 'nothing' && !goesOn) kit.moveTo(x, y + height).lineTo(right, y + height);
      column += cell.columns;
    }
    kit.stroke();
    y += height;
  };
  rows.forEach((row, at) => {
    if (y + heightKept(kit, rows.slice(at), width) > BOTTOM && !staysWith(row, rows[at - 1])) {
      newPage();
      y = top();
      if (at > 0) draw(rows[0] ?? [], -1);
    }
    draw(row, at);
  });
  return y;
}

/** The height of the first row, with those below it that stay on its page. */
function heightKept(kit: Kit, rows: MadeCell[][], width: number): number {
  const end = rows.findIndex((row, at) => at > 0 && !staysWith(row, rows[at - 1]));
  return rows.slice(0, end < 0 ? rows.length : end).reduce((sum, row) => sum + heightOf(kit, row, width), 0);
}

/**
 * A page never ends inside a merged cell; nor below one where an empty cell follows, which at the head of a page nobody
 * can tell from more of the merged one.
 */
const staysWith = (row: MadeCell[], above: MadeCell[] = []): boolean =>
  row.some((cell, column) => cell.covered || (cell.text === '' && above[column]?.covered));

const heightOf = (kit: Kit, row: MadeCell[], width: number): number =>
  Math.max(
    ...row.map(cell => kit.heightOfString(cell.text || ' ', { width: width * cell.columns - 2 * PADDING })),
  ) +
  2 * PADDING;
