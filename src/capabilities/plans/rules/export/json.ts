import { FIELDS } from '../../../../reading/reading.ts';
import type { Column } from '../../plan.ts';
import { headingOf } from '../columns.ts';
import { markingOf } from './document-of-all.ts';
import type { Exported, ExportedLine, ExportedPlan } from './exported.ts';

/** Raised when a program that reads the old shape would read the new one wrongly. docs/export-json.md tells it. */
const VERSION = 1;

type Made = { by: string; at: Temporal.Instant; export?: string };

/** Everything that is kept of plans and their lines, in an order that stays. The shape is told in docs/export-json.md. */
export function jsonOf(exported: Exported, made: Made): string {
  const value = {
    format: 'commsgrid-plans',
    version: VERSION,
    export: made.export ?? null,
    organisation: made.by,
    made: made.at.toString(),
    title: exported.title,
    marking: markingOf(exported) || 'none',
    whole: exported.whole,
    plans: exported.plans.map(planOf),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}

function planOf(plan: ExportedPlan): object {
  const { id, title, kind, marking, dated, periodFrom, periodTo, sections, beside } = plan;
  return {
    id,
    title,
    kind,
    marking,
    dated,
    period: periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null,
    sections: sections.map(section => ({
      title: section.title,
      columns: section.columns.map(columnOf),
      lines: section.lines.map(line => lineOf(line, section.title)),
    })),
    beside: {
      clauses: beside.clauses ?? [],
      audiences: beside.audiences ?? [],
      channels: beside.channels ?? [],
      remainder: beside.remainder ?? [],
    },
  };
}

const columnOf = (column: Column): object => ({
  heading: headingOf(column),
  printed: column.headings,
  meaning: column.meaning,
  ...(column.name !== undefined && { name: column.name }),
});

const lineOf = (line: ExportedLine, section: string): object => ({
  id: line.id,
  position: line.kept?.position,
  section: line.section ?? section,
  fields: Object.fromEntries(FIELDS.map(field => [field, line[field]])),
  other: Object.fromEntries(Object.entries(line.other).sort(([one], [other]) => (one < other ? -1 : 1))),
  state: line.state,
  marking: line.marking,
  schedules: line.schedules,
  accountable: line.kept?.accountable || null,
  contributors: line.kept?.contributors ?? [],
  tags: line.kept?.tags ?? [],
  doubts: line.kept?.doubts ?? [],
  changed: line.kept?.changed,
});
