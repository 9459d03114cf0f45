import { FIELDS, type Field } from '../../../../reading/reading.ts';
import type { CellName } from '../../plan.ts';
import type { PlanChoice } from '../../queries/all-plans.ts';
import type { Section } from '../../queries/facts.ts';
import { type Asked, inDocumentOrder } from '../../rules/asked.ts';
import { listOf } from '../../rules/asked-address.ts';
import { mixedColumns, type ShownColumn, sectionColumns } from '../../rules/columns.ts';
import { FIELD_WORDS } from '../../rules/words.ts';
import type { Group, Listing } from './tables.ts';

/** Columns for lines of plans of any shape; what else they say is on their own pages. */
const COMMON: Field[] = ['what', 'audience', 'when', 'owner'];
/** What a line may be called by instead. */
const SPARE: Field[] = ['recommendation', 'audience'];

type Around = Pick<Listing, 'list' | 'asked' | 'times'> & Pick<Partial<Listing>, 'closed'>;

/** The lines of one plan, in the shape of its own tables where no columns are chosen. */
export function planListing(around: Around, sections: Section[]): Listing {
  const known = new Map(sections.map(section => [section.id, section]));
  const { section } = around.asked;
  const shown = section ? sections.filter(one => one.id === section) : sections;
  const usual = usualColumns(around.asked, shown);
  const asked = withoutUsual(around.asked, fieldsOf(usual));
  const chosen = asked.columns && chosenColumns(asked.columns, sections);
  const cells = cellsOf(chosen ?? usual);
  return {
    ...around,
    asked,
    groupOf: line => sectionGroup(known.get(line.section), chosen),
    mixed: chosen ?? usual,
    cells,
    shown: fieldsOf(chosen ?? usual),
  };
}

/** In the document's order those of every table, each once; else those of one table for all. */
const usualColumns = (asked: Asked, sections: Section[]): ShownColumn[] =>
  inDocumentOrder(asked)
    ? sections.flatMap(section => sectionColumns(section.columns))
    : mixedColumns(sections.map(section => section.columns));

const sectionGroup = (section: Section | undefined, chosen: ShownColumn[] | undefined): Group => ({
  id: section?.id ?? '',
  title: section?.title ?? '',
  columns: chosen ?? sectionColumns(section?.columns ?? []),
});

/** The lines of several plans, plan by plan; or of one of them, section by section. */
export function linesListing(around: Around, plans: PlanChoice[], sections: Section[] = []): Listing {
  const asked = withoutUsual(around.asked, COMMON);
  const columns = (asked.columns ?? COMMON).map(field => ({ heading: FIELD_WORDS[field], cell: field }));
  const titles = new Map([...plans, ...sections].map(({ id, title }) => [id, title]));
  const byPlan = !asked.plan;
  return {
    ...around,
    asked,
    groupOf: ({ plan, section }) => {
      const id = byPlan ? plan : section;
      return { id, title: titles.get(id) ?? '', columns, ...(byPlan && { href: listOf(plan) }) };
    },
    mixed: columns,
    cells: [...new Set([...cellsOf(columns), ...SPARE])],
    shown: fieldsOf(columns),
    spare: SPARE,
  };
}

/** Whoever ticks the columns that are shown anyway has chosen none. */
function withoutUsual(asked: Asked, usual: Field[]): Asked {
  const { columns } = asked;
  if (!columns) return asked;
  const same = columns.length === usual.length && usual.every(field => columns.includes(field));
  return same ? { ...asked, columns: undefined } : asked;
}

const fieldsOf = (columns: ShownColumn[]): Field[] => {
  const cells = new Set<CellName>(columns.map(column => column.cell));
  return FIELDS.filter(field => cells.has(field));
};

const cellsOf = (columns: ShownColumn[]): CellName[] => [
  ...new Set<CellName>(['reference', ...columns.map(column => column.cell)]),
];

/** Chosen columns of one plan, under the headings that it prints. */
function chosenColumns(fields: Field[], sections: Section[]): ShownColumn[] {
  const printed = new Map<string, string>();
  for (const { columns } of sections)
    for (const { cell, heading } of sectionColumns(columns))
      if (!printed.has(cell)) printed.set(cell, heading);
  return fields.map(field => ({ heading: printed.get(field) ?? FIELD_WORDS[field], cell: field }));
}

/** Which columns can be chosen, and which are. */
export const columnChoices = (shown: Field[]) =>
  FIELDS.map(field => ({ value: field, text: FIELD_WORDS[field], checked: shown.includes(field) }));
