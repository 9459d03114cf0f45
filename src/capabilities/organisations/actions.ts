import type { Database } from '../../platform/database/database.ts';
import { record } from '../../platform/history/history.ts';
import { FIRST_COLOUR } from './organisation.ts';

export type Founding = { name: string; founder: { id: string; name: string }; colour?: string };

/**
 * Makes an organisation with its founder as administrator.
 * @returns its identifier
 */
export async function foundOrganisation(
  database: Database,
  { name, founder, colour = FIRST_COLOUR }: Founding,
  now: Temporal.Instant,
): Promise<string> {
  const organisation = await database.beforeOrganisation(async db => {
    const { id } = await db
      .insertInto('organisations')
      .values({ name, colour, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('memberships')
      .values({ organisation_id: id, account_id: founder.id, role: 'administrator', created_at: now })
      .execute();
    return id;
  });
  // history can only be written from inside the organisation, so it follows in a transaction of its own
  await database.inOrganisation({ organisation, actor: founder }, within =>
    record(
      within,
      { kind: 'organisation', id: organisation },
      'founded',
      [{ field: 'name', before: null, after: name }],
      now,
    ),
  );
  return organisation;
}
