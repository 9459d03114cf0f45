import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import { record } from '../../../platform/history/history.ts';
import { makePlace, placeAfterSection, takeOrder } from '../queries/places.ts';
import { ADDED } from '../rules/deeds.ts';
import type { LineValues } from '../rules/line-changes.ts';
import { type Occasion, saveLine } from './save-line.ts';

export type LineToAdd = { plan: string; section: string; values: LineValues };

/** A new line at the end of a section, with what was typed for it, read as an edit is. */
export async function addLine(
  within: Within,
  { plan, section, values }: LineToAdd,
  occasion: Occasion,
): Promise<{ line: string } | Refusal<'not-found'>> {
  const { db } = within;
  await takeOrder(within, plan);
  const there = await db
    .selectFrom('plan_sections as s')
    .innerJoin('plans as p', 'p.id', 's.plan_id')
    .select('s.id')
    .where('s.id', '=', section)
    .where('s.plan_id', '=', plan)
    .where('p.removed_at', 'is', null)
    .executeTakeFirst();
  if (!there) return refuse('not-found');
  const position = await placeAfterSection(within, plan, section);
  await makePlace(within, plan, position);
  const { id } = await db
    .insertInto('lines')
    .values({ ...blank(occasion.now), plan_id: plan, section_id: section, position })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record(within, { kind: 'line', id }, ADDED, [], occasion.now);
  await saveLine(within, { plan, line: id, version: 1, values }, occasion);
  return { line: id };
}

const blank = (now: Temporal.Instant) => ({
  state: 'unknown',
  other: json({}),
  schedules: json([]),
  suggestions: json([]),
  doubts: json([]),
  created_at: now,
  changed_at: now,
});
