import { BookmarkEnd, BookmarkStart, type Paragraph } from 'docx';

/** Marks the end of a paragraph with a bookmark that holds no words, which Word and LibreOffice keep. */
export type Mark = (paragraph: Paragraph, name: string) => Paragraph;

/** Numbers the bookmarks of one document, from the first on, so that the same document gives the same bytes. */
export function newMarks(): Mark {
  let number = 0;
  return (paragraph, name) => {
    number++;
    paragraph.addChildElement(new BookmarkStart(name, number));
    paragraph.addChildElement(new BookmarkEnd(number));
    return paragraph;
  };
}
