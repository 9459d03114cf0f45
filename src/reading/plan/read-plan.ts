import type { Paragraph } from '../../documents/document.ts';
import type { TimingFacts } from '../../timing/schedule.ts';
import { timetableOf } from '../calendar/timetable.ts';
import { ratedRows } from '../colours/rated.ts';
import { shadedKey } from '../colours/shaded-key.ts';
import type { FlowItem } from '../document/flow.ts';
import type { Column } from '../headings/columns.ts';
import type { Leftover } from '../lines/gather.ts';
import { linesOfRow } from '../lines/parted.ts';
import type { PlanRow, Section } from '../lines/plan-row.ts';
import { numberedColumn } from '../lines/references.ts';
import { timingsUnder } from '../lines/timings.ts';
import type { Corrections, ReadColumn, Reading, ReadLine } from '../reading.ts';
import { readRegisters } from '../registers/read-registers.ts';
import { headingsLeft } from '../tables/headings-left.ts';
import { missingBefore } from '../text/numbering.ts';
import { initialsIn } from '../text/owners/key.ts';
import { folded } from '../text/plain.ts';
import { coloursOf } from './colours.ts';
import { correctedColumns } from './corrected-columns.ts';
import { withRowsPutRight } from './rows-put-right.ts';
import { usualYear } from './usual-year.ts';
import { type Walk, walkThrough } from './walk.ts';

/** What the tables of a document say, and what was left over: rows' words, and paragraphs that may be clauses. */
export type Plan = Pick<Reading, 'audiences' | 'channels' | 'registers' | 'tables' | 'lines'> & {
  leftovers: Leftover[];
  prose: { paragraph: Paragraph; order: number }[];
};

export function readPlan(
  flow: FlowItem[],
  titled: Set<Paragraph>,
  timing: TimingFacts,
  corrections: Corrections,
): Plan {
  const printed = walkThrough(flow, titled, corrections);
  const walk = withRowsPutRight(printed, corrections);
  const columns = walk.tables.map((table, index) => correctedColumns(table.columns, index, corrections));
  const lines = linesOf(walk, printed.rows, columns, timing, corrections);
  const registers = readRegisters(walk.registers);
  return {
    audiences: registers.audiences,
    channels: registers.channels,
    ...(registers.registers.length ? { registers: registers.registers } : {}),
    tables: walk.tables.map((table, index) => ({
      where: table.where,
      columns: (columns[index] ?? []).map(readColumn),
    })),
    lines: withGaps(lines),
    leftovers: [
      ...walk.leftovers,
      ...headingWords(walk, columns, lines),
      ...uncounted(walk),
      ...registers.leftovers,
    ],
    prose: walk.prose,
  };
}

/** A row that is missing is looked for where the counting goes on. */
function withGaps(lines: ReadLine[]): ReadLine[] {
  const byTable = Map.groupBy(lines, line => line.at.table);
  for (const own of byTable.values()) {
    missingBefore(own.map(line => line.reference)).forEach((missing, index) => {
      if (missing)
        own[index]!.doubts.push({
          field: 'reference',
          reason: `${missing} is missing before this line: was it left out?`,
        });
    });
  }
  return lines;
}

const readColumn = ({ headings, meaning, why, doubt, chosen }: Column): ReadColumn => ({
  headings,
  meaning,
  why,
  ...(doubt ? { doubt } : {}),
  ...(chosen ? { name: chosen } : {}),
});

type ColumnsByTable = ReturnType<typeof correctedColumns>[];

function linesOf(
  walk: Walk,
  printed: PlanRow[],
  columns: ColumnsByTable,
  timing: TimingFacts,
  corrections: Corrections,
): ReadLine[] {
  const beside = [
    ...walk.prose.map(({ paragraph }) => paragraph.text),
    ...walk.leftovers.map(({ text }) => text),
    ...walk.sections.map(({ text }) => text),
  ];
  const colours = new Map([...shadedKey(swatchesOf(walk)), ...coloursOf(beside)]);
  const initials = initialsIn(beside);
  const facts = columns.map((own, index) => {
    const mine = (all: PlanRow[]) => all.filter(row => row.at.table === index);
    const rows = mine(walk.rows);
    return {
      columns: own,
      rows,
      printed: printed === walk.rows ? rows : mine(printed),
      numbered: numberedColumn(own, rows),
      timings: timingsUnder({ documentYear: usualYear(own, rows), ...timing }),
      colours,
      timetable: timetableOf(own, rows),
      ratings: ratedRows(own, rows, colours),
      initials,
      corrected: Map.groupBy(
        corrections.cells.filter(cell => cell.table === index),
        ({ row }) => row,
      ),
      parted: corrections.parted ?? [],
      split: corrections.split ?? [],
    };
  });
  const next = facts.map(() => 0);
  return walk.rows.flatMap(row => {
    const own = facts[row.at.table];
    const index = next[row.at.table] ?? 0;
    next[row.at.table] = index + 1;
    return own ? linesOfRow(index, own) : [];
  });
}

/** Colours beside words, in tables that are no plans and on sheets outside tables. */
const swatchesOf = ({ swatches, prose }: Walk) => [
  ...swatches,
  ...prose.flatMap(({ paragraph: { fill, text } }) => (fill ? [{ fill, text }] : [])),
];

function headingWords(walk: Walk, columns: ColumnsByTable, lines: ReadLine[]): Leftover[] {
  const used = new Set(lines.flatMap(line => Object.keys(line.other).map(folded)));
  const named = new Set<string>();
  return walk.tables
    .flatMap((table, index) => table.headed.map(one => ({ ...one, columns: columns[index] ?? [] })))
    .sort((a, b) => a.order - b.order)
    .flatMap(({ stretch, columns: own, order }) => headingsLeft(stretch, own, used, named, order));
}

/** Titles under which no line stands, and repetitions of the title in force: a section's words count once. */
function uncounted(walk: Walk): Leftover[] {
  const counted = new Set<Section>();
  let last = '';
  for (const row of walk.rows) {
    if (row.section && folded(row.section.text) !== last) counted.add(row.section);
    last = folded(row.section?.text ?? '');
  }
  return walk.sections.filter(section => !counted.has(section));
}
