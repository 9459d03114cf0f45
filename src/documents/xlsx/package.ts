import { propertyNamed } from '../identity.ts';
import { Unreadable } from '../unreadable.ts';
import { element, elements, parseXml, type XmlElement } from '../xml.ts';
import { type Relationship, relationships } from '../zip/relationships.ts';
import type { Archive } from '../zip/unpack.ts';
import { type WrittenText, writtenText } from './strings.ts';
import { type CellStyle, readCellStyles } from './styles.ts';

/** A worksheet as the workbook lists it. */
export type ListedSheet = {
  name: string;
  hidden: boolean;
  /** Unpacked when it is asked for, so that one sheet at a time is in memory. */
  xml: () => string;
  parts: Relationship[];
  /** Rows that are printed again on every page. */
  repeated: { from: number; to: number } | undefined;
};

export type Workbook = {
  sheets: ListedSheet[];
  strings: WrittenText[];
  styles: (index: number) => CellStyle;
  from1904: boolean;
  /** What the file says it is known by. */
  identity: string | undefined;
};

/** Follows the package's relationships, since parts may stand anywhere. Macros are parts that nothing here asks for. */
export function openWorkbook(archive: Archive): Workbook {
  const root = relationships(archive, '_rels/.rels', '');
  const named = (type: string) => root.find(one => one.type === type)?.target;
  const main = named('officeDocument');
  const properties = named('custom-properties');
  const path = main ?? 'xl/workbook.xml';
  if (path.endsWith('.bin')) {
    throw new Unreadable(
      'This file is a binary Excel workbook (.xlsb). Open it in Excel, save it as "Excel workbook (.xlsx)" and upload that.',
    );
  }
  const workbook = xmlPart(archive, path);
  if (!element(workbook, 'sheets')) {
    throw new Unreadable(
      'This file has no sheets inside it. Open it in Excel, save it again as .xlsx and upload the new copy.',
    );
  }
  const parts = partsOf(archive, path);
  const part = (type: string) => {
    const target = parts.find(one => one.type === type)?.target;
    return target === undefined ? undefined : archive.text(target);
  };
  const parsed = (xml: string | undefined) => (xml === undefined ? undefined : parseXml(xml));
  return {
    sheets: sheetsOf(archive, workbook, parts),
    strings: stringsOf(part('sharedStrings')),
    styles: readCellStyles(parsed(part('styles')), parsed(part('theme'))),
    from1904: ['1', 'true'].includes(element(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
    identity: properties === undefined ? undefined : propertyNamed(xmlPart(archive, properties)),
  };
}

export function xmlPart(archive: Archive, path: string): XmlElement | undefined {
  const text = archive.text(path);
  return text === undefined ? undefined : parseXml(text);
}

export function partsOf(archive: Archive, path: string): Relationship[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return relationships(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
}

function sheetsOf(archive: Archive, workbook: XmlElement | undefined, parts: Relationship[]): ListedSheet[] {
  return [...elements(element(workbook, 'sheets'), 'sheet')].flatMap((sheet, index) => {
    const { name = '', id = '', state = 'visible' } = sheet.attributes;
    const part = parts.find(one => one.id === id);
    // A sheet that is only a chart has no cells.
    if (part?.type !== 'worksheet') return [];
    const repeated = repeatedRows(workbook, index);
    const xml = () => archive.text(part.target) ?? missing(name);
    return [{ name, hidden: state !== 'visible', xml, parts: partsOf(archive, part.target), repeated }];
  });
}

function missing(name: string): never {
  throw new Unreadable(
    `This file is damaged: its sheet “${name}” is missing. Open it in Excel, save it again and upload the new copy.`,
  );
}

/** "'Plan 2025'!$A:$B,'Plan 2025'!$3:$4": rows 3 and 4. */
function repeatedRows(workbook: XmlElement | undefined, sheet: number): ListedSheet['repeated'] {
  for (const name of elements(element(workbook, 'definedNames'), 'definedName')) {
    if (name.attributes.name !== '_xlnm.Print_Titles' || name.attributes.localSheetId !== String(sheet))
      continue;
    const rows = /!\$(\d+):\$(\d+)/.exec(name.children.filter(child => typeof child === 'string').join(''));
    if (rows) return { from: Number(rows[1]), to: Number(rows[2]) };
  }
  return undefined;
}

function stringsOf(xml: string | undefined): WrittenText[] {
  const strings: WrittenText[] = [];
  if (xml !== undefined) parseXml(xml, new Map([['si', node => strings.push(writtenText(node))]]));
  return strings;
}
