import { writeCsv } from '../../../src/documents/csv/write.ts';
import type { Block, SourceDocument } from '../../../src/documents/document.ts';
import type { DocumentOut, TableOut } from '../../../src/documents/document-out.ts';
import { writeDocx } from '../../../src/documents/docx/write.ts';
import { openDocument } from '../../../src/documents/open.ts';
import { writeXlsx } from '../../../src/documents/xlsx/write/write.ts';
import { readDocument } from '../../../src/reading/read.ts';
import type { Reading } from '../../../src/reading/reading.ts';

const today = Temporal.PlainDate.from('2025-04-01');

/** Ways from a document given out to a reading of it. 'memory' writes no file, and reads what a Word file would give. */
export const WAYS = ['memory', 'docx', 'xlsx', 'csv'] as const;
export type Way = (typeof WAYS)[number];

export async function readBack(document: DocumentOut, way: Way): Promise<Reading> {
  if (way === 'memory') return readDocument(asSource(document), { today });
  return readFile(await bytesOf(document, way), way);
}

export const readFile = async (bytes: Uint8Array, ending: string): Promise<Reading> =>
  readDocument(await openDocument(bytes, `plan.${ending}`), { today });

export function bytesOf(
  document: DocumentOut,
  way: Exclude<Way, 'memory'>,
): Uint8Array | Promise<Uint8Array> {
  return way === 'docx' ? writeDocx(document) : way === 'xlsx' ? writeXlsx(document) : writeCsv(document);
}

function asSource({ title, introduction, sections, identity }: DocumentOut): SourceDocument {
  let number = 0;
  const paragraph = (text: string, more = {}): Block => ({
    kind: 'paragraph',
    text,
    where: `paragraph ${++number}`,
    ...more,
  });
  const blocks = [
    paragraph(title, { role: 'title' }),
    ...introduction.map(text => paragraph(text)),
    ...sections.flatMap(section => [
      ...(section.heading ? [paragraph(section.heading, { level: 1 })] : []),
      ...section.paragraphs.map(text => paragraph(text)),
      ...section.tables.map(asTable),
    ]),
  ];
  return { format: 'docx', blocks, asides: [], ...(identity ? { identity } : {}) };
}

function asTable({ headings, rows, identities }: TableOut): Block {
  const cells = (texts: string[]) =>
    texts.map(text => ({
      columns: 1,
      paragraphs: text ? [{ kind: 'paragraph' as const, text, where: '' }] : [],
    }));
  return {
    kind: 'table',
    where: 'table',
    rows: [
      { cells: cells(headings), header: true },
      ...rows.map((texts, index) => ({
        cells: cells(texts),
        ...(identities?.[index] ? { identity: identities[index] } : {}),
      })),
    ],
  };
}
