/** Writes the Word files from the tab-separated plans beside it: `node examples/make.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

type Line = { cells: string[] } | { text: string };

const HERE = new URL('.', import.meta.url);
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = 720;
const TABLE_WIDTH = A4.height - 2 * MARGIN;

const linesOf = (name: string): Line[] =>
  readFileSync(new URL(`${name}.txt`, HERE), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => (line.includes('\t') ? { cells: line.split('\t') } : { text: line }));

/** "• one • two" becomes two bullets, as a person would type them in Word. */
function paragraphs(text: string, bold: boolean): Paragraph[] {
  const run = (words: string) => [new TextRun({ text: words, bold, size: 18 })];
  if (!text.startsWith('• ')) return [new Paragraph({ children: run(text) })];
  const items = text.slice(2).split(' • ');
  return items.map(item => new Paragraph({ children: run(item), bullet: { level: 0 } }));
}

const cell = (text: string, width: number, bold = false, columnSpan?: number): TableCell =>
  new TableCell({
    children: paragraphs(text, bold),
    columnSpan,
    width: { size: width, type: WidthType.DXA },
    shading: bold ? { fill: 'E8EDF2' } : undefined,
  });

function rowOf(cells: string[], header: boolean): TableRow {
  const width = Math.floor(TABLE_WIDTH / cells.length);
  return new TableRow({
    children: cells.map(text => cell(text, width, header)),
    tableHeader: header,
    cantSplit: true,
  });
}

const table = (rows: TableRow[]): Table =>
  new Table({ rows, width: { size: TABLE_WIDTH, type: WidthType.DXA } });

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ text, heading: level });

const isHeader = (line: Line, headings: string): boolean => 'cells' in line && line.cells.join('\t') === headings;

const headingsOf = (lines: Line[]): string => {
  const first = lines.find(line => 'cells' in line);
  return first && 'cells' in first ? first.cells.join('\t') : '';
};

/** Each section is a heading with a table of its own. */
function tablePerSection(lines: Line[]): (Paragraph | Table)[] {
  const headings = headingsOf(lines);
  const found: (Paragraph | Table)[] = [];
  let rows: TableRow[] = [];
  const close = () => {
    if (rows.length) found.push(table(rows));
    rows = [];
  };
  lines.forEach((line, at) => {
    if ('cells' in line) rows.push(rowOf(line.cells, isHeader(line, headings)));
    else {
      close();
      const next = lines[at + 1];
      const opens = next !== undefined && isHeader(next, headings);
      found.push(opens ? heading(line.text, HeadingLevel.HEADING_2) : new Paragraph(line.text));
    }
  });
  close();
  return found;
}

/** One table; each section is a row across it, and the headings stand once at its top. */
function oneTable(lines: Line[]): (Paragraph | Table)[] {
  const headings = headingsOf(lines);
  const columns = headings.split('\t').length;
  const first = lines.findIndex((line, at) => 'text' in line && isHeader(lines[at + 1] ?? line, headings));
  const across = (text: string) => new TableRow({ children: [cell(text, TABLE_WIDTH, true, columns)] });
  const rows = lines
    .slice(first)
    .flatMap(line =>
      'text' in line ? [across(line.text)] : isHeader(line, headings) ? [] : [rowOf(line.cells, false)],
    );
  const before = lines.slice(0, first).map(line => new Paragraph('text' in line ? line.text : ''));
  return [...before, table([rowOf(headings.split('\t'), true), ...rows])];
}

const footer = (marking: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [`${marking} – page `, PageNumber.CURRENT] })],
      }),
    ],
  });

async function write(name: string, layout: (lines: Line[]) => (Paragraph | Table)[]): Promise<void> {
  const [body, title, ...rest] = linesOf(name);
  const text = (line: Line | undefined) => (line && 'text' in line ? line.text : '');
  const document = new Document({
    creator: 'Borough of Ashmere (fictional)',
    title: text(title),
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        footers: { default: footer('OFFICIAL') },
        children: [
          new Paragraph(text(body)),
          heading(text(title), HeadingLevel.TITLE),
          ...layout(rest),
          new Paragraph(''),
        ],
      },
    ],
  });
  writeFileSync(new URL(`${name}.docx`, HERE), await Packer.toBuffer(document));
}

await write('ashmere-stakeholder-plan', tablePerSection);
await write('ashmere-winter-campaign-plan', oneTable);
