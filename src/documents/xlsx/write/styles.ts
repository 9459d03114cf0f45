/** How cells of a workbook that we write are set; each is the number of its place among `cellXfs`. */
export const STYLE = {
  plain: 0,
  title: 1,
  heading: 2,
  section: 3,
  cell: 4,
  hidden: 5,
  subtitle: 6,
  prose: 7,
} as const;
export type Style = (typeof STYLE)[keyof typeof STYLE];

/** Number format 49 is text: what a person types into such a cell stays as it was typed, "1/2" and "=1+1" too. */
const TEXT = 'numFmtId="49" applyNumberFormat="1"';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const xf = (font: number, fill: number, border: number, alignment = '') =>
  `<xf ${TEXT} fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1"${
    alignment ? ` applyAlignment="1">${alignment}</xf>` : '/>'
  }`;
const font = (size: number, bold: boolean, colour = '0B0C0C') =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF${colour}"/><name val="Arial"/><family val="2"/></font>`;
const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const RULE = '<color rgb="FFB1B4B6"/>';
const borders = (bottom: string) =>
  `<border><left/><right/><top/><bottom style="${bottom}">${RULE}</bottom><diagonal/></border>`;

export const STYLES_XML = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<fonts count="5">${font(10, false)}${font(16, true)}${font(10, true)}${font(13, true)}${font(8, false, '505A5F')}</fonts>`,
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  `${fill('E8EBEE')}${fill('F3F4F6')}</fills>`,
  '<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>',
  `${borders('thin')}${borders('medium')}</borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  xf(1, 0, 0),
  xf(2, 2, 2, WRAPPED),
  xf(2, 3, 1, '<alignment vertical="center" wrapText="1"/>'),
  xf(0, 0, 1, WRAPPED),
  xf(4, 0, 0),
  xf(3, 0, 0),
  xf(0, 0, 0, WRAPPED),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
