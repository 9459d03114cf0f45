import type { Within } from '../../platform/database/database.ts';
import type { Shift } from '../../timing/series/known.ts';
import type { Length, Unit } from '../../timing/series/series.ts';

/** How an organisation counts its promises. */
export type CommitmentSettings = {
  shift: Shift;
  /** What "as soon as practicable" means here; undefined: not agreed yet, so that each such promise asks. */
  soon?: { limit: string; workingDays?: true };
  /** How often somebody looks whether what goes on all the time still does. */
  look: Length;
  graceDays: number;
  warningDays: number;
  version: number;
};

export const UNSAID: CommitmentSettings = {
  shift: 'none',
  look: { count: 1, unit: 'quarter' },
  graceDays: 0,
  warningDays: 5,
  version: 0,
};

/** What the organisation has said, else what most do. */
export async function commitmentSettings({ db }: Within): Promise<CommitmentSettings> {
  const row = await db.selectFrom('commitment_settings').selectAll().executeTakeFirst();
  if (!row) return UNSAID;
  const { soon, soon_in_working_days: working } = row;
  return {
    shift: row.shift as Shift,
    ...(soon ? { soon: { limit: soon, ...(working ? { workingDays: true as const } : {}) } } : {}),
    look: { count: row.look_count, unit: row.look_unit as Unit },
    graceDays: row.grace_days,
    warningDays: row.warning_days,
    version: row.version,
  };
}
