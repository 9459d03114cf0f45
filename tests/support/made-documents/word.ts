import * as docx from 'docx';
import { type Layout, type MadeBlock, type MadeCell, piecesOf } from './layout.ts';

type TableBlock = Extract<MadeBlock, { kind: 'table' }>;

/** The made plan as a Word document, written by the docx library. */
export async function wordOf({ blocks, header, footer, setting }: Layout): Promise<Uint8Array> {
  const runs = (text: string, bold = false) =>
    piecesOf(text, setting.pieces).map(piece => new docx.TextRun({ text: piece, bold }));
  const cellOf = (cell: MadeCell, bold: boolean) =>
    new docx.TableCell({
      columnSpan: cell.columns,
      rowSpan: cell.rows,
      children: [new docx.Paragraph({ children: runs(cell.text, bold) })],
    });
  const tableOf = ({ rows, headings }: TableBlock) =>
    new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      rows: rows.map(
        (row, at) =>
          new docx.TableRow({
            tableHeader: at < headings && setting.furniture,
            // the library itself writes the cells that a merged one covers
            children: row.filter(cell => !cell.covered).map(cell => cellOf(cell, at < headings)),
          }),
      ),
    });
  const headingLevel = {
    title: docx.HeadingLevel.TITLE,
    heading: docx.HeadingLevel.HEADING_1,
    prose: undefined,
  };
  const parts = blocks.flatMap(block => {
    if (block.kind !== 'table')
      return [new docx.Paragraph({ heading: headingLevel[block.kind], children: runs(block.text) })];
    const broken = block.breaks ? [new docx.Paragraph({ children: [new docx.PageBreak()] })] : [];
    return [...broken, tableOf(block)];
  });
  const around = (text: string) => (text ? [new docx.Paragraph({ children: runs(text) })] : []);
  const half = setting.breaks ? Math.ceil(parts.length / 2) : parts.length;
  const document = new docx.Document({
    sections: [parts.slice(0, half), parts.slice(half)]
      .filter(children => children.length)
      .map(children => ({
        properties: { page: { size: { orientation: docx.PageOrientation.LANDSCAPE } } },
        headers: { default: new docx.Header({ children: around(header) }) },
        footers: { default: new docx.Footer({ children: around(footer) }) },
        children,
      })),
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}
