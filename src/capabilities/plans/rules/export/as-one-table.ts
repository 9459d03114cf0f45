import type { Column } from '../../plan.ts';
import { withTimesTold } from '../times-told.ts';
import type { Exported, ExportedPlan, ExportedSection } from './exported.ts';
import { SECTION_COLUMN } from './section-titles.ts';

/**
 * All lines in one table, for formats that have room for one alone: a column for each field that any section has, under
 * the heading that the first of them prints, and one that says which section (and which plan) a line is from.
 */
export function asOneTable({ plans, ...exported }: Exported): Exported {
  const [first] = plans;
  if (!first) return { ...exported, plans };
  const sections = plans.flatMap(plan =>
    plan.sections.map(section => named(plan, section, plans.length > 1)),
  );
  const columns = columnsOf(sections);
  const titled = sections.some(({ title }) => title) && !columns.some(({ meaning }) => meaning === 'section');
  const lines = sections.flatMap(section =>
    section.lines.map(line => ({ ...withTimesTold(line, section), section: line.section ?? section.title })),
  );
  const one = { title: '', columns: titled ? [SECTION_COLUMN, ...columns] : columns, lines };
  return { ...exported, plans: [{ ...first, beside: {}, sections: lines.length ? [one] : [] }] };
}

function named({ title: plan }: ExportedPlan, section: ExportedSection, several: boolean): ExportedSection {
  if (!several) return section;
  const titleOf = (title: string) => [plan, title].filter(Boolean).join(': ');
  const lines = section.lines.map(line => ({ ...line, section: titleOf(line.section ?? section.title) }));
  return { ...section, title: titleOf(section.title), lines };
}

/** Each field and each column of its own name once. */
function columnsOf(sections: ExportedSection[]): Column[] {
  const columns = new Map<string, Column>();
  for (const column of sections.flatMap(section => section.columns)) {
    const key = column.meaning === 'other' ? `other:${column.name ?? ''}` : column.meaning;
    if (!columns.has(key)) columns.set(key, column);
  }
  return [...columns.values()];
}
