import assert from 'node:assert/strict';
import test from 'node:test';
import type { Block, SourceDocument } from '../../documents/document.ts';
import { readDocument } from '../read.ts';

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text, where: 'page 1' });
const table = (where: string, ...rows: string[][]): Block => ({
  kind: 'table',
  where,
  rows: rows.map((cells, row) => ({
    where: `${where}, row ${row + 1}`,
    header: row === 0,
    cells: cells.map(text => ({ paragraphs: text ? [paragraph(text)] : [], columns: 1 })),
  })),
});

test('what each column of a list of audiences or channels was taken for is said, with the heading', () => {
  const source: SourceDocument = {
    format: 'docx',
    blocks: [
      paragraph('Ashmere communications framework'),
      table(
        'table 1',
        ['Audience', 'Numbers', 'Role in the project'],
        ['Residents', '40,000', 'Tell us what they need'],
        ['Businesses', '1,200', 'Pass the news on'],
      ),
      paragraph('How we reach them'),
      table(
        'table 2',
        ['Channel', 'Existing', 'Project specific'],
        ['Print', 'Newsletter', 'Leaflet about the works'],
        ['Online', 'Web site', 'Page of questions'],
      ),
    ],
    asides: [],
  };
  const { registers = [] } = readDocument(source, { today: Temporal.PlainDate.from('2025-04-01') });
  assert.deepEqual(
    registers.map(({ kind, where, columns }) => [kind, where, columns.map(({ place }) => place)]),
    [
      ['audiences', 'table 1', ['name', 'detail', 'role']],
      ['channels', 'table 2', ['kind and words', 'existing', 'project-specific']],
    ],
  );
  assert.equal(registers[0]?.columns[1]?.why, 'the heading says “Numbers”');
});
