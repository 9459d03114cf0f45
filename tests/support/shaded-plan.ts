import assert from 'node:assert/strict';
import type { Cell, SourceDocument } from '../../src/documents/document.ts';
import { account } from '../../src/reading/accounting.ts';
import { readDocument } from '../../src/reading/read.ts';
import type { Reading } from '../../src/reading/reading.ts';

/** What tests write for a colour behind a cell. */
const COLOURS: Record<string, string> = {
  red: 'FF0000',
  amber: 'FFC000',
  green: '00B050',
  lime: '92D050',
  blue: '0070C0',
  grey: 'BFBFBF',
  band: 'F2F2F2',
  mint: 'E2EFDA',
};
const TODAY = Temporal.PlainDate.from('2025-04-01');

/** A table from lines of cells with bars between: "Leaflet | | [green] | Done [red]"; two plus signs merge a cell with the next. */
const tableOf = (text: string, where: string) => ({
  kind: 'table' as const,
  where,
  rows: text.split('\n').map(line => ({ cells: line.split('|').map(cellOf) })),
});

function cellOf(printed: string): Cell {
  const [, words = '', colour, wide = ''] = /^\s*(.*?)\s*(?:\[(\w+)\])?\s*(\+*)\s*$/.exec(printed) ?? [];
  const fill = colour && COLOURS[colour];
  return {
    paragraphs: words ? [{ kind: 'paragraph', text: words, where: 'page 1' }] : [],
    columns: 1 + wide.length,
    ...(fill ? { fill } : {}),
  };
}

/** Reads paragraphs and tables that blank lines part, and sees to it that no word is lost or made up. */
export function readShaded(text: string): Reading {
  const document: SourceDocument = {
    format: 'docx',
    asides: [],
    blocks: text
      .trim()
      .split(/\n\s*\n/)
      .map((block, index) =>
        block.includes('|')
          ? tableOf(block, `table ${index}`)
          : { kind: 'paragraph', text: block.trim(), where: `paragraph ${index}` },
      ),
  };
  const reading = readDocument(document, { today: TODAY });
  const { lost, spare } = account(document, reading);
  assert.deepEqual({ lost, spare }, { lost: [], spare: [] });
  return reading;
}
