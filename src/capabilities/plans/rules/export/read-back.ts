import type { Block, Cell, SourceDocument } from '../../../../documents/document.ts';
import type { DocumentOut, TableOut } from '../../../../documents/document-out.ts';
import { readDocument } from '../../../../reading/read.ts';
import { FIELDS, type Field, type Reading, STATES } from '../../../../reading/reading.ts';
import type { YearFacts } from '../../../../timing/schedule.ts';
import type { Column } from '../../plan.ts';
import { asOneTable } from './as-one-table.ts';
import { documentOf } from './document.ts';
import type { ExportedLine, ExportedPlan } from './exported.ts';

type Back = { today: Temporal.PlainDate; year?: YearFacts; known: boolean; oneTable?: boolean };

/**
 * What is read of a plan's own export where nobody touched it, without writing the file: a cell "1. Publish" may come back
 * as a number and a text, and a row that looks like the rest of the one above as part of that. What a file differs in
 * from this was changed in it. `known`: with what its rows are known by, which the reader believes. `oneTable`: as
 * separated values, which have no titles.
 */
export function readBack(plan: ExportedPlan, { today, year, known, oneTable }: Back): Reading {
  const shaped = oneTable ? asOneTable({ plans: [plan], title: plan.title, whole: true }).plans[0]! : plan;
  const document = documentOf(shaped, { by: '', at: Temporal.Instant.fromEpochMilliseconds(0) });
  const source = asSource(oneTable ? { ...document, title: '', introduction: [] } : document, known);
  return readDocument(source, { today, ...(year ? { year } : {}) });
}

function asSource({ title, introduction, sections }: DocumentOut, known: boolean): SourceDocument {
  const paragraph = (text: string, more: { level?: number; role?: 'title' } = {}): Block[] =>
    text ? [{ kind: 'paragraph', text, where: '', ...more }] : [];
  const blocks = [
    ...paragraph(title, { role: 'title' }),
    ...introduction.flatMap(text => paragraph(text)),
    ...sections.flatMap(section => [
      ...paragraph(section.heading, { level: 1 }),
      ...section.paragraphs.flatMap(text => paragraph(text)),
      ...section.tables.map(table => tableOf(table, known)),
    ]),
  ];
  return { format: 'docx', blocks, asides: [] };
}

function tableOf({ headings, rows, identities }: TableOut, known: boolean): Block {
  return {
    kind: 'table',
    where: '',
    rows: [
      ...(headings.length ? [{ cells: headings.map(cellOf), header: true }] : []),
      ...rows.map((texts, index) => {
        const identity = known ? identities?.[index] : undefined;
        return { cells: texts.map(cellOf), ...(identity ? { identity } : {}) };
      }),
    ],
  };
}

const cellOf = (text: string): Cell => ({
  columns: 1,
  paragraphs: /\S/.test(text) ? [{ kind: 'paragraph', text: text.trim(), where: '' }] : [],
});

type Standing = Pick<ExportedPlan, 'title' | 'dated' | 'periodFrom' | 'periodTo'> & {
  sections: { id: string; title: string; columns: Column[] }[];
  lines: { id: string; section: string; schedules: ExportedLine['schedules'] }[];
};

/** A plan as it stood when its lines had these cells, by name (`section`: the title of theirs), to be read back. */
export function planThen(
  { sections, lines, title, dated, periodFrom, periodTo }: Standing,
  then: { id: string; cells: Record<string, string> }[],
): ExportedPlan {
  const cellsOf = new Map(then.map(({ id, cells }) => [id, cells]));
  const known = lines.flatMap(line => {
    const cells = cellsOf.get(line.id);
    const own = sections.find(section => section.title === cells?.section)?.id ?? line.section;
    return cells ? [{ section: own, line: lineThen(line, cells) }] : [];
  });
  const bySection = Map.groupBy(known, ({ section }) => section);
  return {
    ...{ title, dated, periodFrom, periodTo, marking: 'none', beside: {} },
    sections: sections.map(section => ({
      title: section.title,
      columns: section.columns,
      lines: (bySection.get(section.id) ?? []).map(({ line }) => line),
    })),
  };
}

function lineThen({ id, schedules }: Standing['lines'][number], cells: Record<string, string>): ExportedLine {
  const fields = FIELDS.map(field => [field, cells[field] ?? '']);
  const other = Object.entries(cells).flatMap(([name, text]) =>
    name.startsWith('other:') ? [[name.slice('other:'.length), text]] : [],
  );
  return {
    ...(Object.fromEntries(fields) as Record<Field, string>),
    id,
    other: Object.fromEntries(other),
    state: STATES.find(state => state === cells.state) ?? 'unknown',
    marking: 'none',
    schedules,
  };
}
