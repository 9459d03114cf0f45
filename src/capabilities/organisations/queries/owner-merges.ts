import type { Within } from '../../../platform/database/database.ts';

export type OwnerMerge = {
  id: string;
  into: string;
  alsoCalled: string[];
  /** What each keeper moved, under its name. */
  moved: Record<string, unknown>;
  fromVersion: number;
  intoVersion: number;
  by: string;
  at: Temporal.Instant;
};

/** The merge by which somebody became part of another. */
export async function mergeOf({ db }: Within, from: string): Promise<OwnerMerge | undefined> {
  const row = await db
    .selectFrom('owner_merges')
    .select(['id', 'into_id as into', 'also_called as alsoCalled', 'moved'])
    .select(['from_version as fromVersion', 'into_version as intoVersion'])
    .select(['merged_by as by', 'merged_at as at'])
    .where('from_id', '=', from)
    .orderBy('merged_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, moved: row.moved as Record<string, unknown> };
}

/** Those whom somebody took in, the latest first. */
export function mergedInto({ db }: Within, into: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('owner_merges as m')
    .innerJoin('owners as o', 'o.id', 'm.from_id')
    .select(['o.id', 'o.name'])
    .where('m.into_id', '=', into)
    .orderBy('m.merged_at', 'desc')
    .limit(20)
    .execute();
}
