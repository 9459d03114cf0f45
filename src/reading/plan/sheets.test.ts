import assert from 'node:assert/strict';
import test from 'node:test';
import type { Block, Paragraph, SourceDocument } from '../../documents/document.ts';
import { account } from '../accounting.ts';
import { readDocument } from '../read.ts';

const paragraph = (text: string, rest: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  text,
  where: 'row 1',
  ...rest,
});
const table = (...rows: string[][]): Block => ({
  kind: 'table',
  where: 'table',
  rows: rows.map((cells, index) => ({
    cells: cells.map(text => ({ paragraphs: text ? [paragraph(text)] : [], columns: 1 })),
    where: `sheet “Plan”, row ${index + 3}`,
  })),
});
const plan = (what: string) => table(['Action', 'Lead', 'When'], [what, 'Jo Marsh', 'Monthly']);

function read(blocks: Block[], asides: Paragraph[] = []) {
  const document: SourceDocument = { format: 'xlsx', blocks, asides };
  const reading = readDocument(document, { today: Temporal.PlainDate.from('2025-04-01') });
  const { lost, spare } = account(document, reading);
  assert.deepEqual({ lost, spare }, { lost: [], spare: [] });
  return reading;
}

test('the names of sheets title their lines, and never the document', () => {
  const { document, lines } = read([
    paragraph('Media plan', { role: 'sheet' }),
    paragraph('Ashmere communications action plan'),
    paragraph('Updated May 2025'),
    plan('Brief the press'),
    paragraph('Events', { role: 'sheet' }),
    paragraph('Updated June 2025'),
    plan('Hold a fair'),
    paragraph('Other', { role: 'sheet' }),
    paragraph('Phase two', { bold: true }),
    plan('Ask about bins'),
  ]);
  assert.equal(document.title, 'Ashmere communications action plan');
  assert.deepEqual(
    lines.map(line => line.section),
    ['Media plan', 'Events', 'Phase two'],
  );
});

test('dates in notes and in hidden lists are not the date of the document', () => {
  const { document } = read(
    [paragraph('Ashmere plan'), plan('Brief the press')],
    [
      paragraph('Agreed 3 March 2019', { where: 'note on cell A2 of sheet “Plan”' }),
      paragraph('2014-2017', { where: 'hidden sheet “Lists”' }),
    ],
  );
  assert.deepEqual([document.dated, document.period], [null, null]);
});

test('a numbered title alone in its row begins the next section, even under a text that was cut short', () => {
  const { lines } = read([
    paragraph('Ashmere action plan'),
    paragraph('1. Under way'),
    table(
      ['Action', 'Lead', 'When'],
      ['Make the library known as a place for the', 'Jo Marsh', 'Monthly'],
      ['2. Still to come', '', ''],
      ['Write the newsletter', 'Jo Marsh', 'Quarterly'],
    ),
  ]);
  assert.deepEqual(
    lines.map(line => line.section),
    ['1. Under way', '2. Still to come'],
  );
});
