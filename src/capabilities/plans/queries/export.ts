import type { Within } from '../../../platform/database/database.ts';
import { FIELDS } from '../../../reading/reading.ts';
import type { ExportedLine, ExportedPlan } from '../rules/export/exported.ts';
import { besideOf, sectionsOf } from './plan.ts';

/** The whole plan as it now stands. */
export async function planToExport(within: Within, id: string): Promise<ExportedPlan | undefined> {
  const { db } = within;
  const plan = await db
    .selectFrom('plans')
    .select(['title', 'marking', 'dated', 'period_from as periodFrom', 'period_to as periodTo'])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!plan) return undefined;
  const sections = await sectionsOf(within, id);
  const lines = await db
    .selectFrom('lines')
    .select(['id', ...FIELDS, 'other', 'state', 'marking', 'schedules', 'section_id as section'])
    .where('plan_id', '=', id)
    .orderBy('position')
    .execute();
  const bySection = Map.groupBy(lines, line => line.section);
  return {
    ...plan,
    marking: plan.marking as ExportedPlan['marking'],
    beside: await besideOf(within, id),
    sections: sections.map(({ id: section, title, columns }) => ({
      title,
      columns,
      lines: (bySection.get(section) ?? []) as ExportedLine[],
    })),
  };
}
