import excel from 'exceljs';
import { drawnOf } from '../tests/support/made-documents/drawn.ts';
import { type Layout, layoutOf } from '../tests/support/made-documents/layout.ts';
import { wordOf } from '../tests/support/made-documents/word.ts';
import { cellsOf, type MadeLine, type MadePlan } from '../tests/support/plan-texts.ts';

const COLUMNS: MadePlan['columns'] = [
  { field: 'reference', heading: 'Ref' },
  { field: 'what', heading: 'Action' },
  { field: 'audience', heading: 'Target audience' },
  { field: 'how', heading: 'Channel' },
  { field: 'when', heading: 'Timescale' },
  { field: 'owner', heading: 'Lead officer' },
  { field: 'status', heading: 'Progress update' },
  { field: 'measure', heading: 'Success measures' },
];
const WHEN = ['Monthly', 'By 14 July 2025', 'Every Friday', 'Spring 2026', 'As required', '31/03/2026'];
const STATUS = [
  'Complete',
  'Ongoing; the press office reports each month',
  'Not started',
  'On hold until June',
];

/** A line whose words are its own, so that nothing is read once and remembered. */
function line(number: number): MadeLine {
  const fields = {
    reference: `${number}`,
    what: `Write to the residents of ward ${number % 97} about matter ${number} and publish it on the website`,
    audience: `Residents of ward ${number % 97} and small businesses`,
    how: 'E-mail, website and posters in shops',
    when: WHEN[number % WHEN.length] ?? '',
    owner: number % 8 < 3 ? 'Communications Manager' : `Officer ${number % 40}`,
    status: STATUS[number % STATUS.length] ?? '',
    measure: `${number % 100}% of homes reached by the end of the year`,
  };
  return { fields, state: 'unknown' };
}

const planOf = (lines: number): MadePlan => ({
  title: 'Ashmere Communications Plan 2025/26',
  columns: COLUMNS,
  sections: Array.from({ length: Math.ceil(lines / 50) }, (_, section) => ({
    title: `Section ${section + 1}: Telling residents of part ${section + 1}`,
    lines: Array.from({ length: Math.min(50, lines - section * 50) }, (_, at) => line(section * 50 + at + 1)),
  })),
});

const setOut = (lines: number): Layout =>
  layoutOf(planOf(lines), {
    sections: 'tables',
    merged: true,
    junk: 7,
    furniture: true,
    pieces: 3,
    breaks: false,
  });

/** Four pages of A4 with lines drawn around the cells. */
export const fourPagePdf = (): Promise<Uint8Array> => drawnOf(setOut(24));

/** Some 40 pages as Word sets them, with cells merged downwards and texts in many pieces. */
export const fortyPageWord = (): Promise<Uint8Array> => wordOf(setOut(300));

/** 5,000 rows of eight columns. */
export const longWorkbook = (): Promise<Uint8Array> => workbookOf(planOf(5000));

/** The same a year later: every fifth row has another status, 50 rows are gone and 100 are new. */
export function nextWorkbook(): Promise<Uint8Array> {
  const plan = planOf(5100);
  const all = plan.sections.flatMap(section => section.lines).filter((_, at) => at >= 50);
  const lines = all.map((one, at) =>
    at % 5 ? one : { ...one, fields: { ...one.fields, status: `Reported on ${1 + (at % 28)} May 2026` } },
  );
  return workbookOf({
    ...plan,
    title: 'Ashmere Communications Plan 2026/27',
    sections: [{ title: '', lines }],
  });
}

async function workbookOf(plan: MadePlan): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('Plan');
  sheet.addRow(plan.columns.map(({ heading }) => heading));
  for (const section of plan.sections) for (const one of section.lines) sheet.addRow(cellsOf(plan, one));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
