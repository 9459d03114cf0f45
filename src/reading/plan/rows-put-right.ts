import type { Leftover } from '../lines/gather.ts';
import type { PlanRow } from '../lines/plan-row.ts';
import { joinFills } from '../lines/row-fills.ts';
import type { Corrections } from '../reading.ts';
import { folded } from '../text/plain.ts';
import type { Walk } from './walk.ts';

/**
 * The rows as a person put them right: those that are no lines stand in the remainder with the reason, those that are
 * the rest of a row above stand with it. A row that is both left out and joined is left out. What a correction no longer
 * finds (the document's columns were read otherwise since) it leaves alone.
 */
export function withRowsPutRight(walk: Walk, { dropped = [], joined = [] }: Corrections): Walk {
  if (!dropped.length && !joined.length) return walk;
  const reasons = new Map(dropped.map(one => [key(one), one.reason]));
  const there = new Set(walk.rows.map(({ at }) => key(at)));
  const onto = new Map(
    joined.flatMap(({ table, row, onto: above }) => {
      const target = key({ table, row: above });
      const holds = above < row && there.has(target) && !reasons.has(key({ table, row }));
      return holds ? [[key({ table, row }), target] as const] : [];
    }),
  );
  const rest = Map.groupBy(
    walk.rows.filter(({ at }) => onto.has(key(at))),
    ({ at }) => onto.get(key(at))!,
  );
  const left: Leftover[] = [];
  const whole = (row: PlanRow): PlanRow => (rest.get(key(row.at)) ?? []).map(whole).reduce(together, row);
  const together = (above: PlanRow, below: PlanRow): PlanRow => joinedRow(above, below, left);
  const rows = walk.rows.filter(({ at }) => !onto.has(key(at))).map(whole);
  const groups = walk.tables.map(({ columns }) => columns.findIndex(({ meaning }) => meaning === 'section'));
  for (const row of rows) {
    const why = reasons.get(key(row.at));
    if (why !== undefined) left.push({ ...wordsOf(row, groups[row.at.table] ?? -1), why });
  }
  return {
    ...walk,
    rows: rows.filter(({ at }) => !reasons.has(key(at))),
    leftovers: [...walk.leftovers, ...left],
  };
}

const key = ({ table, row }: PlanRow['at']): string => `${table}/${row}`;

/** What a cell repeats of the one above is kept once, and the repetition set aside. */
function joinedRow(above: PlanRow, below: PlanRow, left: Leftover[]): PlanRow {
  const cells = above.cells.map((upper, column) => {
    const lower = below.cells[column] ?? '';
    if (!lower || folded(upper) !== folded(lower)) return [upper, lower].filter(Boolean).join('\n');
    left.push({ text: lower, where: below.where, order: below.order });
    return upper;
  });
  return {
    ...above,
    cells,
    fills: joinFills(above.fills, below.fills),
    merged: above.merged.map((row, column) => row ?? below.merged[column]),
    joined: [...(above.joined ?? [above]), below],
  };
}

/** A section's words stand over its lines, or beside all lines where no line is left under it. */
const wordsOf = ({ cells, where, order }: PlanRow, section: number): Leftover => ({
  text: cells.filter((text, column) => text && column !== section).join('\n'),
  where,
  order,
});
