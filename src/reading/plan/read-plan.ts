import type { Paragraph } from '../../documents/document.ts';
import { paragraphText } from '../../documents/words.ts';
import type { TimingFacts } from '../../timing/schedule.ts';
import type { FlowItem } from '../document/flow.ts';
import { isFurniture } from '../document/furniture.ts';
import { sectionTitle } from '../document/section-title.ts';
import { filled } from '../grid/grid.ts';
import type { Column } from '../headings/columns.ts';
import { begin, type Gathering, gatherRows, type Leftover } from '../lines/gather.ts';
import { lineOf } from '../lines/line.ts';
import type { Section } from '../lines/plan-row.ts';
import { numberedColumn } from '../lines/references.ts';
import type { Corrections, Reading, ReadLine, State } from '../reading.ts';
import { type RegisterRows, readRegisters } from '../registers/read-registers.ts';
import { headingsLeft } from '../tables/headings-left.ts';
import { type Shape, sameColumns, shapeOf } from '../tables/shapes.ts';
import { type Stretch, stretchesOf } from '../tables/stretches.ts';
import { folded, plain } from '../text/plain.ts';
import { correctedColumns } from './corrected-columns.ts';

export type Plan = Pick<Reading, 'audiences' | 'channels' | 'tables' | 'lines' | 'remainder'>;

type PlanTable = {
  columns: Column[];
  where: string;
  rows: number;
  headed: { stretch: Stretch; order: number }[];
};

/** What has been met so far while the document is read from top to bottom. */
type Walk = Gathering & {
  tables: PlanTable[];
  shapes: Shape[];
  /** Paragraphs since the last table. */
  between: { paragraph: Paragraph; order: number }[];
  registers: RegisterRows[];
  corrections: Corrections;
};

export function readPlan(
  flow: FlowItem[],
  titled: Set<Paragraph>,
  timing: TimingFacts,
  corrections: Corrections,
): Plan {
  const walk: Walk = {
    rows: [],
    sections: [],
    leftovers: [],
    section: undefined,
    open: undefined,
    tables: [],
    shapes: [],
    between: [],
    registers: [],
    corrections,
  };
  for (const item of flow) {
    if (item.kind === 'paragraph') {
      // What stands above the document's title titles no table.
      if (titled.has(item.paragraph)) setAside(walk);
      else if (isFurniture(item.paragraph.text)) leaveText(walk, item.paragraph, item.order);
      else walk.between.push({ paragraph: item.paragraph, order: item.order });
    } else for (const stretch of stretchesOf(item.grid)) readStretch(walk, stretch, item.order);
  }
  setAside(walk);
  return assemble(walk, timing);
}

function readStretch(walk: Walk, stretch: Stretch, order: number): void {
  const adjoining = walk.between.length === 0;
  const shape = shapeOf(stretch, walk.shapes, adjoining);
  walk.shapes.push(shape);
  if (shape.kind === 'plan') readPlanStretch(walk, stretch, shape, order, adjoining);
  else {
    walk.open = undefined;
    setAside(walk);
    for (const row of stretch.titles) leave(walk, row, order);
    if (shape.kind === 'set-aside')
      for (const row of [...stretch.headings, ...stretch.rows]) leave(walk, row, order);
    else walk.registers.push({ stretch, shape, order });
  }
}

function readPlanStretch(
  walk: Walk,
  stretch: Stretch,
  shape: Shape,
  order: number,
  adjoining: boolean,
): void {
  const title = sectionTitle(walk.between.map(({ paragraph }) => paragraph));
  if (!adjoining) walk.open = undefined;
  const titleOrder = walk.between.find(({ paragraph }) => paragraph === title)?.order ?? order;
  setAside(walk, title);
  if (title) begin(walk, { text: plain(paragraphText(title)), where: title.where, order: titleOrder });
  for (const row of stretch.titles) {
    begin(walk, {
      text: filled(row)
        .map(cell => cell.text)
        .join(' | '),
      where: row.where,
      order,
    });
  }
  const known = walk.tables.findIndex(table => sameColumns(table.columns, shape.columns));
  const index = known >= 0 ? known : walk.tables.length;
  const table: PlanTable = walk.tables[index] ?? {
    columns: shape.columns,
    where: stretch.where,
    rows: 0,
    headed: [],
  };
  walk.tables[index] = table;
  if (stretch.headings.length) table.headed.push({ stretch, order });
  table.rows += stretch.titles.length + stretch.headings.length;
  gatherRows(
    stretch,
    correctedColumns(table.columns, index, walk.corrections),
    index,
    table.rows,
    order,
    walk,
  );
  table.rows += stretch.rows.length;
}

function leave(walk: Walk, row: Stretch['rows'][number], order: number): void {
  const text = filled(row)
    .map(cell => cell.text)
    .join(' | ');
  if (text) walk.leftovers.push({ text, where: row.where, order });
}

/** A footer between two parts of a table does not part them. */
function leaveText(walk: Walk, paragraph: Paragraph, order: number): void {
  walk.leftovers.push({ text: plain(paragraphText(paragraph)), where: paragraph.where, order });
}

/** Paragraphs that title no plan table belong to no line. */
function setAside(walk: Walk, title?: Paragraph): void {
  for (const { paragraph, order } of walk.between.splice(0)) {
    if (paragraph !== title)
      walk.leftovers.push({ text: plain(paragraphText(paragraph)), where: paragraph.where, order });
  }
}

function assemble(walk: Walk, timing: TimingFacts): Plan {
  const lines = linesOf(walk, timing);
  const used = new Set(lines.flatMap(line => Object.keys(line.other).map(folded)));
  const named = new Set<string>();
  const headings = walk.tables
    .flatMap((table, index) =>
      table.headed.map(one => ({
        ...one,
        columns: correctedColumns(table.columns, index, walk.corrections),
      })),
    )
    .sort((a, b) => a.order - b.order)
    .flatMap(({ stretch, columns, order }) => headingsLeft(stretch, columns, used, named, order));
  const registers = readRegisters(walk.registers);
  const remainder = [...walk.leftovers, ...headings, ...unusedSections(walk), ...registers.leftovers].sort(
    (a, b) => a.order - b.order,
  );
  return {
    audiences: registers.audiences,
    channels: registers.channels,
    tables: walk.tables.map((table, index) => ({
      where: table.where,
      columns: correctedColumns(table.columns, index, walk.corrections).map(({ headings, meaning, why }) => ({
        headings,
        meaning,
        why,
      })),
    })),
    lines,
    remainder: remainder.map(({ text, where }) => ({ text, where })),
  };
}

function linesOf(walk: Walk, timing: TimingFacts): ReadLine[] {
  const colours = new Map<string, State>();
  const perTable = walk.tables.map((table, index) => {
    const columns = correctedColumns(table.columns, index, walk.corrections);
    const rows = walk.rows.filter(row => row.at.table === index);
    return {
      columns,
      rows,
      numbered: numberedColumn(columns, rows),
      timing,
      colours,
      corrected: walk.corrections.cells,
    };
  });
  return walk.rows.flatMap(row => {
    const facts = perTable[row.at.table];
    return facts ? [lineOf(facts.rows.indexOf(row), facts)] : [];
  });
}

/** Titles under which no line stands, and repetitions of the title in force: a section's words count once. */
function unusedSections(walk: Walk): Leftover[] {
  const counted = new Set<Section>();
  let last = '';
  for (const row of walk.rows) {
    if (row.section && folded(row.section.text) !== last) counted.add(row.section);
    last = folded(row.section?.text ?? '') || last;
  }
  return walk.sections.filter(section => !counted.has(section));
}
