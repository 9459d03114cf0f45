import { fileMarkIn } from '../bookmarks.ts';
import type { Paragraph, SourceDocument } from '../document.ts';
import { propertyNamed } from '../identity.ts';
import { Unreadable } from '../unreadable.ts';
import { element, elements, type XmlElement } from '../xml.ts';
import { openArchive } from '../zip/unpack.ts';
import { readBlocks } from './body.ts';
import { newFlow } from './flow.ts';
import { readNumbering } from './numbering.ts';
import { openPackage } from './package.ts';
import { readStyles } from './styles.ts';

/**
 * Reads a Word file (.docx) as it prints with all tracked changes accepted.
 * Headers and footers are the running words of the pages and are put aside; each wording once.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const parts = openPackage(openArchive(bytes));
  const body = element(parts.document, 'body');
  if (!body) {
    throw new Unreadable(
      'This file has no document inside it. Open it in Word, save it again as .docx and upload the new copy.',
    );
  }
  const flow = newFlow(readStyles(parts.styles), readNumbering(parts.numbering), readBlocks);
  const blocks = readBlocks(body, flow);
  const asides = [
    ...running(parts.headers, 'header', flow),
    ...flow.asides.splice(0),
    ...notes(parts.footnotes, 'footnote', flow),
    ...notes(parts.endnotes, 'endnote', flow),
    ...running(parts.footers, 'footer', flow),
  ];
  const identity = propertyNamed(parts.properties) ?? fileMarkIn(body);
  return { format: 'docx', blocks, asides, ...(identity ? { identity } : {}) };
}

type ReadingFlow = ReturnType<typeof newFlow>;

/** Paragraphs of a part outside the body; its tables are laid-out text there, so each cell gives its paragraphs. */
function outside(part: XmlElement, where: string, flow: ReadingFlow): Paragraph[] {
  const paragraphs = readBlocks(part, flow, where).flatMap(function flat(block): Paragraph[] {
    if (block.kind === 'paragraph') return [block];
    return block.rows.flatMap(row =>
      row.cells.flatMap(cell => [...cell.paragraphs, ...(cell.tables ?? []).flatMap(flat)]),
    );
  });
  return [...paragraphs, ...flow.asides.splice(0)].map(paragraph => ({ ...paragraph, where }));
}

function running(parts: XmlElement[], where: string, flow: ReadingFlow): Paragraph[] {
  const said = new Set<string>();
  return parts.flatMap(part => {
    const paragraphs = outside(part, where, flow);
    const words = paragraphs.map(paragraph => paragraph.text).join('\n');
    if (said.has(words)) return [];
    said.add(words);
    return paragraphs;
  });
}

function notes(part: XmlElement | undefined, where: string, flow: ReadingFlow): Paragraph[] {
  // Notes of a type are Word's own separator lines, not notes.
  return [...elements(part, where)]
    .filter(note => note.attributes.type === undefined)
    .flatMap(note => outside(note, where, flow));
}
