import type { Paragraph, Row, SourceDocument, Table } from '../document.ts';
import { withTabs } from './aligned.ts';
import { readLine } from './line.ts';

/**
 * Reads plain text: lines with tabs (or with Markdown's upright bars) are rows of tables, the rest is prose.
 * A blank line ends a paragraph and a table; the reading decides whether the next table goes on with it.
 */
export function readTxt(text: string): SourceDocument {
  const document: SourceDocument = { format: 'txt', blocks: [], asides: [] };
  const lines = withTabs(linesOf(text));
  let open: Table | Paragraph | undefined;
  let widest = 0; // of the open table; looked up for each line of prose in it, so never counted anew
  const begin = (block: Table | Paragraph) => {
    open = block;
    document.blocks.push(block);
  };
  lines.forEach((line, index) => {
    if (line === undefined) return;
    const where = `line ${index + 1}`;
    const cells = cellsOf(line, document.blocks.at(-1)?.kind === 'table');
    if (cells === 'rule') return;
    if (cells) {
      widest = Math.max(open?.kind === 'table' ? widest : 0, cells.length);
      if (open?.kind === 'table') open.rows.push(rowOf(cells, where));
      else begin({ kind: 'table', rows: [rowOf(cells, where)], where });
    } else if (!line.trim()) {
      open = undefined;
    } else if (open?.kind === 'table' && Array.isArray(cellsOf(lines[index + 1] ?? '', true))) {
      open.rows.push({ cells: [{ paragraphs: [readLine(line, where)], columns: widest }] });
    } else if (open?.kind === 'paragraph' && wraps(open.text, line)) {
      open.text += ` ${readLine(line, where).text}`;
    } else {
      begin(readLine(line, where));
    }
  });
  return document;
}

const linesOf = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\f', '\n\n')
    .replaceAll('\u00AD', '')
    .split('\n');

/** Cells of a row, nothing for prose, or 'rule' for the line of dashes under a Markdown heading. */
function cellsOf(line: string, afterTable: boolean): string[] | 'rule' | undefined {
  const bars = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
  if (bars !== undefined) {
    if (/^[\s|:-]+$/.test(bars) && bars.includes('-')) return 'rule';
    return bars.split(/(?<!\\)\|/).map(cell => cell.replaceAll('\\|', '|'));
  }
  const first = line.search(/\S/);
  if (first < 0) return undefined;
  // One tab before a line of prose only sets it in; in or after a table it is an empty first cell.
  const before = line.slice(0, first).split('\t').length - 1;
  const cells = line.indexOf('\t', first) > 0 || before > 1 || (before === 1 && afterTable);
  return cells ? line.split('\t') : undefined;
}

function rowOf(cells: string[], where: string): Row {
  return {
    cells: cells.map(cell => ({ paragraphs: cell.trim() ? [readLine(cell, where, true)] : [], columns: 1 })),
  };
}

/** A line goes on with the one before when that was filled to the margin and this one does not begin anew. */
const wraps = (before: string, line: string) =>
  before.length >= 60 && /^\s*[a-z(&]/.test(line) && !/^\s*(\(?[a-z]\)|[a-z]\.)\s/.test(line);
