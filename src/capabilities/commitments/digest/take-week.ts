import type { Within } from '../../../platform/database/database.ts';

/** Takes a week for telling; not where it was told before, or another worker does it. */
export async function takeWeek({ db }: Within, monday: Temporal.PlainDate): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('commitment_digests')
    .values({ week: monday })
    .onConflict(same =>
      same
        .column('organisation_id')
        .doUpdateSet({ week: monday })
        .where('commitment_digests.week', '<', monday),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
