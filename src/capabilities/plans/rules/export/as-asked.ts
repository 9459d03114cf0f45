import { FIELDS, type Field } from '../../../../reading/reading.ts';
import type { Column } from '../../plan.ts';
import { type Asked, inDocumentOrder } from '../asked.ts';
import { sameColumns, sectionColumns } from '../columns.ts';
import type { Exported, ExportedPlan, ExportedSection } from './exported.ts';
import { SECTION_COLUMN } from './section-titles.ts';

/** Lines in the order and with the columns that were asked for. `order`: their identities in that order. */
export function asAsked({ order, ...exported }: Exported & { order: string[] }, asked: Asked): Exported {
  const places = new Map(order.map((id, index) => [id, index]));
  const plans = exported.plans
    .map(plan => (inDocumentOrder(asked) ? plan : inOrder(plan, places)))
    .map(plan => (asked.columns ? onlyChosen(plan, asked.columns) : plan));
  return { ...exported, plans };
}

/** A table for each shape that the sections have, with the lines of all of these in their order. */
function inOrder(plan: ExportedPlan, places: Map<string, number>): ExportedPlan {
  const shapes: ExportedSection[][] = [];
  for (const section of plan.sections) {
    const columns = sectionColumns(section.columns);
    const shape = shapes.find(([first]) => sameColumns(sectionColumns(first!.columns), columns));
    if (shape) shape.push(section);
    else shapes.push([section]);
  }
  const placeOf = ({ id = '' }: { id?: string }) => places.get(id) ?? 0;
  const sections = shapes.map(shape => {
    const lines = shape.flatMap(section => section.lines);
    return { ...asOne(shape), lines: lines.toSorted((one, other) => placeOf(one) - placeOf(other)) };
  });
  return { ...plan, sections };
}

/** Sections of one shape as one, with a column that says which of them a line is from. */
function asOne([first, ...more]: ExportedSection[]): Omit<ExportedSection, 'lines'> {
  const { title, columns } = first!;
  if (!more.length) return { title, columns };
  const named = columns.some(({ meaning }) => meaning === 'section');
  return { title: '', columns: named ? columns : [SECTION_COLUMN, ...columns] };
}

/** A plan with the columns that were chosen, and no other words of its lines. */
function onlyChosen(plan: ExportedPlan, chosen: Field[]): ExportedPlan {
  const stays = ({ meaning }: Column) => meaning === 'section' || chosen.some(field => field === meaning);
  const left = Object.fromEntries(FIELDS.filter(field => !chosen.includes(field)).map(field => [field, '']));
  return {
    ...plan,
    sections: plan.sections.map(({ title, columns, lines }) => ({
      title,
      columns: columns.filter(stays),
      lines: lines.map(line => ({ ...line, ...left, other: {} })),
    })),
  };
}
