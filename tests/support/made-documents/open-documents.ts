import { openDocumentFile } from '../open-document.ts';
import { type Layout, type MadeCell, piecesOf } from './layout.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function paragraphOf(text: string, pieces: number, element = 'p'): string {
  const spans = piecesOf(text, pieces).map(piece => {
    const inside = escaped(piece).replace(/^ | $/g, '<text:s/>');
    return pieces ? `<text:span>${inside}</text:span>` : inside;
  });
  return `<text:${element}>${spans.join('')}</text:${element}>`;
}

function rowOf(cells: MadeCell[], pieces: number): string {
  const parts = cells.map(cell => {
    if (cell.covered) return '<table:covered-table-cell/>';
    const spans = cell.columns > 1 || cell.rows > 1;
    const over = `table:number-columns-spanned="${cell.columns}" table:number-rows-spanned="${cell.rows}"`;
    const inside = cell.text ? paragraphOf(cell.text, pieces) : '';
    const beside = '<table:covered-table-cell/>'.repeat(cell.columns - 1);
    return `<table:table-cell ${spans ? over : ''}>${inside}</table:table-cell>${beside}`;
  });
  return `<table:table-row>${parts.join('')}</table:table-row>`;
}

const rowsOf = (rows: MadeCell[][], pieces: number) => rows.map(row => rowOf(row, pieces)).join('');

/** The made plan as an OpenDocument text. */
export function textOf({ blocks, header, footer, setting }: Layout): Uint8Array {
  const body = blocks.map(block => {
    if (block.kind === 'prose') return paragraphOf(block.text, setting.pieces);
    if (block.kind !== 'table') return paragraphOf(block.text, setting.pieces, 'h');
    const [headings, rest] = [block.rows.slice(0, block.headings), block.rows.slice(block.headings)];
    return `<table:table><table:table-header-rows>${rowsOf(headings, setting.pieces)}</table:table-header-rows>${rowsOf(rest, setting.pieces)}</table:table>`;
  });
  const masters = `<style:master-page style:name="Standard"><style:header>${paragraphOf(header, 0)}</style:header><style:footer>${paragraphOf(footer, 0)}</style:footer></style:master-page>`;
  return openDocumentFile('text', { body: body.join(''), masters: header || footer ? masters : '' });
}

const BLANK =
  '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>';

/** The made plan as an OpenDocument spreadsheet: every paragraph in a row of its own. */
export function sheetOf({ blocks, setting }: Layout): Uint8Array {
  const rows = blocks.map(block => {
    if (block.kind === 'table') return rowsOf(block.rows, setting.pieces) + BLANK;
    return rowOf([{ text: block.text, columns: 1, rows: 1, covered: false }], setting.pieces) + BLANK;
  });
  const body = `<table:table table:name="Plan">${rows.join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`;
  return openDocumentFile('spreadsheet', { body });
}
