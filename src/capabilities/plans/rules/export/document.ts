import type { DocumentOut, SectionOut } from '../../../../documents/document-out.ts';
import { periodIn } from '../../../../reading/document/dates.ts';
import type { Beside, Marking } from '../../plan.ts';
import { sameColumns, sectionColumns } from '../columns.ts';
import { withTimesTold } from '../times-told.ts';
import { inWordsDated } from '../when-dated.ts';
import type { ExportedPlan, ExportedSection } from './exported.ts';
import { isReadAsTitle, SECTION_COLUMN } from './section-titles.ts';
import { statesToTell } from './states.ts';
import { type Row, tableOf } from './table.ts';

/** `export`: what the file is known by when it comes back (a row of `exports`). */
type Made = { by: string; at: Temporal.Instant; export?: string };

/**
 * The plan as a document in the shape it came in: its tables under their printed headings with the cells as they now
 * stand, and every other word after them. Reading it gives the same lines.
 */
export function documentOf(plan: ExportedPlan, made: Made): DocumentOut {
  const introduction = [...datedLine(plan), ...periodLine(plan)];
  const tables = tablesOf(plan.sections, statesToTell(plan));
  const told = new Set([plan.title, ...introduction, ...headingRows(plan)]);
  return {
    title: plan.title,
    marking: spokenMarking(plan),
    orientation: plan.sections.length ? 'landscape' : 'portrait',
    creator: made.by,
    created: made.at,
    ...(made.export ? { identity: made.export } : {}),
    introduction,
    sections: [...tables, ...besideLines(plan, told)],
  };
}

/** The highest marking of the plan and its lines; empty for none. */
export function spokenMarking({ marking, sections }: ExportedPlan): string {
  const all = new Set<Marking>([
    marking,
    ...sections.flatMap(section => section.lines.map(line => line.marking)),
  ]);
  return all.has('OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : all.has('OFFICIAL') ? 'OFFICIAL' : '';
}

/** The date gives a year to the days that the lines name without one. */
const datedLine = ({ dated }: ExportedPlan): string[] => (dated ? [`Dated ${inWordsDated(dated)}`] : []);

/** Needed only where the title no longer says it; above a table without a title it would be taken for one. */
function periodLine({ title, periodFrom, periodTo, sections }: ExportedPlan): string[] {
  const said = periodIn(title);
  if (!periodFrom || !periodTo || !sections[0]?.title || (said?.from === periodFrom && said.to === periodTo))
    return [];
  return [`Period: ${inWordsDated(periodFrom)} to ${inWordsDated(periodTo)}`];
}

/**
 * A table for each section under its title; sections that a column of the table names stay together in one. Titles that
 * would not be read as such are told in a column.
 */
function tablesOf(sections: ExportedSection[], withState: boolean): SectionOut[] {
  const groups: { heading: string; columns: ExportedSection['columns']; rows: Row[]; named: boolean }[] = [];
  for (const { title, columns: own, lines } of sections) {
    const inside = own.some(column => column.meaning === 'section');
    const columns = inside || !title || isReadAsTitle(title) ? own : [SECTION_COLUMN, ...own];
    const rows = lines.map(line => ({
      section: line.section ?? title,
      line: withTimesTold(line, { title, columns }),
    }));
    const named = columns.some(column => column.meaning === 'section');
    const last = groups.at(-1);
    if (named && last?.named && sameColumns(sectionColumns(columns), sectionColumns(last.columns)))
      last.rows.push(...rows);
    else groups.push({ heading: named ? '' : title, columns, rows, named });
  }
  return groups.map(({ heading, columns, rows }) => ({
    heading,
    paragraphs: [],
    tables: [tableOf(columns, rows, withState)],
  }));
}

/** As a reading keeps them among the words that stand in no line; here they stand over their tables. */
const headingRows = ({ sections }: ExportedPlan): string[] =>
  sections.flatMap(
    ({ columns }) =>
      columns[0]?.headings.map((_, row) => columns.map(one => one.headings[row] ?? '').join(' | ')) ?? [],
  );

const BESIDE = 'Also in the document';

/** What else the document says, as paragraphs, since tables would be taken for lines. `already`: told elsewhere here. */
function besideLines({ beside }: ExportedPlan, already: Set<string>): SectionOut[] {
  const rest = [...registerWords(beside), ...(beside.remainder ?? []).map(one => one.text)];
  const fresh = rest.filter(text => text.trim() && text !== BESIDE && !already.has(text));
  const clauses = clauseSections(beside);
  return fresh.length ? [...clauses, { heading: BESIDE, paragraphs: fresh, tables: [] }] : clauses;
}

/** Clauses under their headings, each beginning with its number. */
function clauseSections({ clauses = [] }: Beside): SectionOut[] {
  const sections: SectionOut[] = [];
  for (const { number, heading, text } of clauses) {
    if (!sections.length || sections.at(-1)!.heading !== heading)
      sections.push({ heading, paragraphs: [], tables: [] });
    sections.at(-1)!.paragraphs.push([number, text].filter(Boolean).join(' '));
  }
  return sections;
}

function registerWords({ audiences = [], channels = [] }: Beside): string[] {
  return [
    ...audiences.map(({ group, name, detail, role }) =>
      [group, name, detail, role].filter(Boolean).join(' · '),
    ),
    ...channels.map(({ category, description, existing, projectSpecific }) =>
      [category, description, ...existing, ...projectSpecific].filter(Boolean).join(' · '),
    ),
  ];
}
