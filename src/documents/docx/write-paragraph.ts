import { xmlText } from '../xml-text.ts';

export type Look = {
  /** The identifier of a paragraph style. */
  style?: string;
  bold?: boolean;
  /** Half points; the document's own size where not given. */
  size?: number;
  /** Bookmarks at its end, as XML. */
  bookmark?: string;
};

/** A paragraph of a Word document; a line break in its text stays one. */
export function paragraphXml(text: string, { style, bold, size, bookmark = '' }: Look = {}): string {
  const set = `${bold ? '<w:b/>' : ''}${size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : ''}`;
  const properties = set && `<w:rPr>${set}</w:rPr>`;
  const lines = text.split('\n').map(line => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`);
  const words = text ? `<w:r>${properties}${lines.join('<w:br/>')}</w:r>` : '';
  const mark = !text && properties ? properties : '';
  const own = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${mark}`;
  return `<w:p>${own ? `<w:pPr>${own}</w:pPr>` : ''}${words}${bookmark}</w:p>`;
}

/** Numbers the bookmarks of one document, from the first on, so that the same document gives the same bytes. */
export function bookmarks(): (name: string) => string {
  let number = 0;
  return name => {
    number++;
    return `<w:bookmarkStart w:id="${number}" w:name="${name}"/><w:bookmarkEnd w:id="${number}"/>`;
  };
}
