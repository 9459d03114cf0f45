import type { Within } from '../../../platform/database/database.ts';

/** How whoever is asked knows who asks. */
export function organisationNamed({
  db,
  organisation,
}: Within): Promise<{ name: string; colour: string; zone: string }> {
  return db
    .selectFrom('organisations')
    .select(['name', 'colour', 'time_zone as zone'])
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
}
