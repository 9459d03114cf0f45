import type { Paragraph } from '../document.ts';
import { linesOf } from '../sheet/paragraphs.ts';
import { element, elements, textOf, type XmlElement } from '../xml.ts';
import type { Archive } from '../zip/unpack.ts';
import { type ListedSheet, xmlPart } from './package.ts';
import { writtenText } from './strings.ts';

type Note = { cell: string; text: string };

/**
 * What people wrote to one another beside the cells. New Excel keeps a talk in a part of its own,
 * with a copy among the old notes that only tells old versions to update: that copy is passed over.
 */
export function notesOf(listed: ListedSheet, archive: Archive): Paragraph[] {
  const parts = (type: string) =>
    listed.parts.flatMap(part => (part.type === type ? (xmlPart(archive, part.target) ?? []) : []));
  const talks = parts('threadedComment').flatMap(talkNotes);
  const inTalks = new Set(talks.map(({ cell }) => cell));
  const notes = parts('comments')
    .flatMap(oldNotes)
    .filter(({ cell, text }) => !(inTalks.has(cell) && text.startsWith('[Threaded comment]')));
  return [...talks, ...notes].flatMap(({ cell, text }) =>
    linesOf(text).map((line): Paragraph => {
      return { kind: 'paragraph', text: line, where: `note on cell ${cell} of sheet “${listed.name}”` };
    }),
  );
}

const oldNotes = (part: XmlElement): Note[] =>
  [...elements(element(part, 'commentList'), 'comment')].map(comment => {
    const text = element(comment, 'text');
    return { cell: comment.attributes.ref ?? '', text: text ? writtenText(text).text : '' };
  });

const talkNotes = (part: XmlElement): Note[] =>
  [...elements(part, 'threadedComment')].map(comment => {
    const text = element(comment, 'text');
    return { cell: comment.attributes.ref ?? '', text: text ? textOf(text) : '' };
  });
