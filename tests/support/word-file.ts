import { strToU8, zipSync } from 'fflate';

/** The parts of a Word file that a test writes by hand; each holds only what stands inside its root element. */
export type WordParts = {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  headers?: string[];
  footers?: string[];
};

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const part = (root: string, inside: string) =>
  `${HEAD}<w:${root} xmlns:w="${WORD}" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:v="urn:v">${inside}</w:${root}>`;
const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** A small but whole Word file, for what no library writes: tracked changes, odd merges, broken parts. */
export function wordFile(parts: WordParts): Uint8Array {
  const files: Record<string, string> = {
    'word/document.xml': part('document', `<w:body>${parts.body}</w:body>`),
  };
  const relations: string[] = [];
  const add = (type: string, name: string, xml: string) => {
    files[`word/${name}.xml`] = xml;
    relations.push(relation(relations.length + 1, type, `${name}.xml`));
  };
  if (parts.styles) add('styles', 'styles', part('styles', parts.styles));
  if (parts.numbering) add('numbering', 'numbering', part('numbering', parts.numbering));
  if (parts.footnotes) add('footnotes', 'footnotes', part('footnotes', parts.footnotes));
  if (parts.endnotes) add('endnotes', 'endnotes', part('endnotes', parts.endnotes));
  parts.headers?.forEach((xml, index) => {
    add('header', `header${index + 1}`, part('hdr', xml));
  });
  parts.footers?.forEach((xml, index) => {
    add('footer', `footer${index + 1}`, part('ftr', xml));
  });
  files['word/_rels/document.xml.rels'] =
    `${HEAD}<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`;
  files['_rels/.rels'] =
    `${HEAD}<Relationships xmlns="${PACKAGE}">${relation(1, 'officeDocument', 'word/document.xml')}</Relationships>`;
  files['[Content_Types].xml'] =
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const run = (text: string, properties = '') =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
export const paragraph = (text: string, properties = '') =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${text ? run(text) : ''}</w:p>`;
export const cell = (text: string, properties = '') =>
  `<w:tc>${properties ? `<w:tcPr>${properties}</w:tcPr>` : ''}${text
    .split('\n')
    .map(line => paragraph(line))
    .join('')}</w:tc>`;
export const row = (cells: string[], properties = '') =>
  `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${cells.join('')}</w:tr>`;
export const table = (rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
/** A table of plain texts. */
export const plainTable = (rows: string[][]) => table(rows.map(texts => row(texts.map(text => cell(text)))));
export const MERGED_DOWN = '<w:vMerge/>';
export const MERGE_BEGINS = '<w:vMerge w:val="restart"/>';
export const spans = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
