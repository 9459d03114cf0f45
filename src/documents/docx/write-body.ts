import type { DocumentOut, SectionOut } from '../document-out.ts';
import { fileMark } from '../identity.ts';
import { xmlText } from '../xml-text.ts';
import { bookmarks, paragraphXml } from './write-paragraph.ts';
import { tableXml } from './write-table.ts';

/** Word joins tables that touch, and wants a paragraph at the end of a document: the smallest there is. */
const APART =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>';

/** What stands in a Word document, bit by bit. `page` is how wide its text is, in twentieths of a point. */
export function* bodyXml(document: DocumentOut, page: number): Generator<string> {
  const bookmark = bookmarks();
  // what the file is known by stands at its title too: LibreOffice keeps that where it forgets properties
  const known = document.identity ? bookmark(fileMark(document.identity)) : '';
  if (document.title) yield paragraphXml(document.title, { style: 'Title', bookmark: known });
  for (const line of document.introduction) yield paragraphXml(line);
  let afterTable = false;
  for (const section of document.sections) {
    if (section.heading) yield paragraphXml(section.heading, { style: 'Heading1' });
    for (const text of section.paragraphs) yield paragraphXml(text);
    if (section.heading || section.paragraphs.length) afterTable = false;
    for (const table of section.tables) {
      if (afterTable) yield APART;
      yield* tableXml(table, { page, called: xmlText(calledBy(section, document)), bookmark });
      afterTable = true;
    }
  }
  if (afterTable) yield APART;
}

const calledBy = ({ heading }: SectionOut, { title }: DocumentOut): string =>
  `Lines of ${heading || title || 'the plan'}`;
