import type { DocumentOut } from '../../document-out.ts';
import { FILE_PROPERTY } from '../../identity.ts';
import { xmlText } from '../../xml-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
const relations = (...all: string[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

export function contentTypes(sheets: number): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`),
    part('xl/styles.xml', `${SPREADSHEET}.styles+xml`),
    ...Array.from({ length: sheets }, (_, index) =>
      part(`xl/worksheets/sheet${index + 1}.xml`, `${SPREADSHEET}.worksheet+xml`),
    ),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    part('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'),
    '</Types>',
  ].join('');
}

export const rootRelations = relations(
  relation(1, `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'),
  relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  relation(3, `${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'),
  relation(4, `${OFFICE}/relationships/custom-properties`, 'docProps/custom.xml'),
);

export const workbookRelations = (sheets: number): string =>
  relations(
    ...Array.from({ length: sheets }, (_, index) =>
      relation(index + 1, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${index + 1}.xml`),
    ),
    relation(sheets + 1, `${OFFICE}/relationships/styles`, 'styles.xml'),
  );

export type NamedSheet = { name: string; heading: number | undefined };

/** Which sheets there are, and which of their rows every printed page repeats. */
export function workbookXml(sheets: NamedSheet[]): string {
  const repeated = sheets.flatMap(({ name, heading }, index) =>
    heading
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`'${name.replaceAll("'", "''")}'!$${heading}:$${heading}`)}</definedName>`
      : [],
  );
  return [
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships">`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000"/></bookViews>',
    `<sheets>${sheets.map(({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>`,
    repeated.length ? `<definedNames>${repeated.join('')}</definedNames>` : '',
    '</workbook>',
  ].join('');
}

export function coreXml({ title, creator, created }: DocumentOut): string {
  const by = xmlText(creator);
  const at = created.round('second').toString();
  const dated = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return [
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${by}</dc:creator><dc:language>en-GB</dc:language>`,
    `<cp:lastModifiedBy>${by}</cp:lastModifiedBy>${dated('created')}${dated('modified')}</cp:coreProperties>`,
  ].join('');
}

export const appXml = `${XML}<Properties xmlns="${OFFICE}/extended-properties"><Application>Commsgrid</Application></Properties>`;

export function customXml({ identity }: DocumentOut): string {
  const property = identity
    ? `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${FILE_PROPERTY}"><vt:lpwstr>${xmlText(identity)}</vt:lpwstr></property>`
    : '';
  return `${XML}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${property}</Properties>`;
}
