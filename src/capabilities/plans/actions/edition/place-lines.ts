import type { Within } from '../../../../platform/database/database.ts';
import { json } from '../../../../platform/database/json.ts';
import type { Edition } from '../../edition.ts';
import type { StandingPlan } from '../../queries/standing-plan.ts';
import { columnsToStore } from '../../rules/columns.ts';
import { withColumnsOf } from '../../rules/edition/columns.ts';
import { type InOrder, positionsFor } from '../../rules/edition/positions.ts';
import { type SectionsAfter, sectionsFor, type Titled } from '../../rules/edition/sections.ts';
import { writePositions } from './write-lines.ts';

export type Placed = {
  sectionOf: (line: string) => string;
  ofRow: (row: number) => { section: string; position: number };
  /** Writes where the lines stand that are there already, and takes away sections that were emptied. */
  settle: () => Promise<void>;
};

const keyOf = (row: number): string => `row ${row}`;

/** Where every line and new row of the edition stands: its sections are stored, with room between the lines for new ones. */
export async function place(within: Within, plan: StandingPlan, edition: Edition): Promise<Placed> {
  const order = orderOf(plan, edition);
  const after = sectionsFor(plan.sections, order);
  const ids = await storeSections(within, plan, edition, after);
  const positions = positionsFor(order);
  const moved = plan.lines
    .map(({ id, position }) => ({ id, position: positions.get(id) ?? position, was: position }))
    .filter(({ position, was }) => position !== was);
  await writePositions(within, 'lines', moved);
  const sectionOf = (key: string) => ids(after.of.get(key)!);
  return {
    sectionOf,
    ofRow: row => ({ section: sectionOf(keyOf(row)), position: positions.get(keyOf(row))! }),
    settle: async () => {
      if (after.emptied.length)
        await within.db.deleteFrom('plan_sections').where('id', 'in', after.emptied).execute();
    },
  };
}

/** Every line in its order, those that go under another title with that. */
function orderOf(plan: StandingPlan, { order, updates, inserts }: Edition): (Titled & InOrder)[] {
  const lines = new Map(plan.lines.map(line => [line.id, line]));
  const titles = new Map(updates.map(({ line, cells }) => [line, cells.section]));
  const rows = new Map(inserts.map(({ row, section }) => [row, section]));
  const known = (id: string): Titled & InOrder => {
    const { section, position } = lines.get(id)!;
    return { key: id, section, title: titles.get(id), position };
  };
  if (!order) return plan.lines.map(({ id }) => known(id));
  return order.flatMap(one => {
    if ('row' in one) return [{ key: keyOf(one.row), title: rows.get(one.row) ?? '' }];
    return lines.has(one.line) ? [known(one.line)] : [];
  });
}

/** New sections and their places; sections that stay get the columns that the edition has more of. */
async function storeSections(
  within: Within,
  plan: StandingPlan,
  edition: Edition,
  after: SectionsAfter,
): Promise<(key: string) => string> {
  const positions = positionsFor(sectionOrder(plan, after));
  const moved = plan.sections
    .filter(({ id, position }) => (positions.get(id) ?? position) !== position)
    .map(({ id }) => ({ id, position: positions.get(id)! }));
  await writePositions(within, 'plan_sections', moved);
  const made = new Map<string, string>();
  for (const { key, title } of after.added) {
    const lines = edition.inserts.filter(({ section }) => section === title).map(({ line }) => line);
    const columns = columnsToStore({ title, columns: edition.columns.get(title) ?? [], lines });
    const row = { plan_id: plan.id, position: positions.get(key)!, title, columns: json(columns) };
    const { id } = await within.db
      .insertInto('plan_sections')
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow();
    made.set(key, id);
  }
  await widen(within, plan, edition);
  return key => made.get(key) ?? key;
}

/** Emptied sections keep their places until their lines have left. */
function sectionOrder(plan: StandingPlan, { order, emptied }: SectionsAfter) {
  const place = new Map(plan.sections.map(({ id, position }) => [id, position]));
  const all = order.map(key => ({ key, position: place.get(key) }));
  for (const id of emptied) {
    const at = plan.sections.findIndex(section => section.id === id);
    const before = plan.sections[at - 1]?.id;
    const index = before === undefined ? -1 : all.findIndex(({ key }) => key === before);
    all.splice(index + 1, 0, { key: id, position: place.get(id) });
  }
  return all;
}

async function widen({ db }: Within, plan: StandingPlan, edition: Edition): Promise<void> {
  for (const { id, title, columns } of plan.sections) {
    const read = edition.columns.get(title);
    const wider = read && withColumnsOf(columns, columnsToStore({ title, columns: read, lines: [] }));
    if (wider && wider.length > columns.length)
      await db
        .updateTable('plan_sections')
        .set({ columns: json(wider) })
        .where('id', '=', id)
        .execute();
  }
}
