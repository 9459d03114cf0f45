import { strToU8, zipSync } from 'fflate';

type Parts = {
  /** Rows of the only sheet, as XML. */
  rows: string;
  /** What stands before and after the rows in the sheet's XML. */
  before?: string;
  after?: string;
  /** Properties of the workbook, and what it defines. */
  workbook?: string;
  styles?: string;
  strings?: string;
  /** Parts that the sheet names, by the type of their relationship. */
  parts?: Record<string, string>;
};

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
const relations = (...all: string[]) => strToU8(`<Relationships>${all.join('')}</Relationships>`);

/** A workbook of one sheet called "Plan" as bytes, from raw XML: for what writers of workbooks do not write. */
export function excelFile({
  rows,
  before = '',
  after = '',
  workbook = '',
  styles,
  strings,
  parts = {},
}: Parts): Uint8Array {
  const named = Object.entries(parts);
  return zipSync({
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook ${MAIN} xmlns:r="${TYPES}">${workbook}<sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('r2', 'styles', 'styles.xml'),
      relation('r3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet ${MAIN}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    ),
    ...(styles ? { 'xl/styles.xml': strToU8(`<styleSheet ${MAIN}>${styles}</styleSheet>`) } : {}),
    ...(strings ? { 'xl/sharedStrings.xml': strToU8(`<sst ${MAIN}>${strings}</sst>`) } : {}),
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      ...named.map(([type], index) => relation(`p${index}`, type, `../parts/${type}.xml`)),
    ),
    ...Object.fromEntries(named.map(([type, xml]) => [`xl/parts/${type}.xml`, strToU8(xml)])),
  });
}

/** A row of texts that stand in the cells themselves. */
export const textRow = (number: number, texts: string[], attributes = ''): string =>
  `<row r="${number}" ${attributes}>${texts
    .map((text, index) =>
      text
        ? `<c r="${String.fromCharCode(65 + index)}${number}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
        : '',
    )
    .join('')}</row>`;
