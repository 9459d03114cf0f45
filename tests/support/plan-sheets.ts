import excel from 'exceljs';
import fc from 'fast-check';
import { cellsOf, type MadePlan } from './plan-texts.ts';

/** How a made plan is laid out in a workbook or in separated values. */
export type SheetSetting = {
  /** Each section on a sheet of its own, or all on one, under titles that stand alone in their rows. */
  sheets: 'one' | 'each';
  titles: 'first cell' | 'across';
  repeatHeadings: boolean;
  /** Rows left blank between sections, and columns at the left of everything. */
  gap: number;
  left: number;
  bold: boolean;
  /** Dates are dates of the workbook's own and not texts. */
  realDates: boolean;
  /** The cells of the first column are merged where one row repeats the one above. */
  notes: boolean;
  filter: boolean;
};

export const sheetSettings: fc.Arbitrary<SheetSetting> = fc.record({
  sheets: fc.constantFrom('one', 'each'),
  titles: fc.constantFrom('first cell', 'across'),
  repeatHeadings: fc.boolean(),
  gap: fc.nat(2),
  left: fc.nat(2),
  bold: fc.boolean(),
  realDates: fc.boolean(),
  notes: fc.boolean(),
  filter: fc.boolean(),
});

const SERIAL = /^(\d\d)\/(\d\d)\/(\d{4})$/;

/** The plan as a workbook, written by exceljs. */
export async function workbookOf(plan: MadePlan, setting: SheetSetting): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  const pages = setting.sheets === 'each' ? plan.sections.map(section => [section]) : [plan.sections];
  pages.forEach((sections, page) => {
    const name = setting.sheets === 'each' ? (sections[0]?.title ?? '').replace(/[:*?/\\[\]]/g, ' ') : 'Plan';
    const sheet = workbook.addWorksheet(name.slice(0, 31));
    const width = plan.columns.length;
    let at = 1;
    const put = (texts: string[], bold: boolean) => {
      texts.forEach((text, column) => {
        if (text) write(sheet.getCell(at, column + 1 + setting.left), text, setting);
      });
      if (bold) sheet.getRow(at).font = { bold: true };
      at++;
    };
    if (page === 0) put([plan.title], setting.bold);
    at += setting.gap;
    sections.forEach((section, index) => {
      const top = at;
      put([section.title], setting.bold);
      if (setting.titles === 'across') sheet.mergeCells(top, 1 + setting.left, top, width + setting.left);
      if (index === 0 || setting.repeatHeadings)
        put(
          plan.columns.map(({ heading }) => heading),
          setting.bold,
        );
      for (const line of section.lines) put(cellsOf(plan, line), false);
      at += setting.gap;
    });
    if (setting.notes) sheet.getCell(1, 1 + setting.left).note = 'Ask again next spring';
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function write(cell: excel.Cell, text: string, { realDates }: SheetSetting): void {
  const [, day, month, year] = SERIAL.exec(text) ?? [];
  if (realDates && day) {
    cell.value = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    cell.numFmt = 'dd/mm/yyyy';
  } else cell.value = text;
}

/** The plan as separated values, each in quote marks where it needs them. */
export function separatedOf(plan: MadePlan, setting: SheetSetting, separator: string): string {
  const rows: string[][] = [[plan.title], ...blank(setting.gap)];
  plan.sections.forEach((section, index) => {
    rows.push([section.title]);
    if (index === 0 || setting.repeatHeadings) rows.push(plan.columns.map(({ heading }) => heading));
    rows.push(...section.lines.map(line => cellsOf(plan, line)), ...blank(setting.gap));
  });
  const left = Array.from({ length: setting.left }, () => '');
  return rows
    .map(row =>
      [...left, ...row].map(text => (/[",;|\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)),
    )
    .map(row => row.join(separator))
    .join('\r\n');
}

const blank = (count: number): string[][] => Array.from({ length: count }, () => []);
