import type { Database } from '../database/database.ts';

/** A message of no organisation, as it stands. */
export type KeptForInstallation = {
  putAt: Temporal.Instant;
  to: string;
  subject: string;
  state: string;
  answer: string | null;
  text: string | null;
};

const MOST = 50;

/** The latest, oldest of them first. */
export async function installationOutbox(database: Database): Promise<KeptForInstallation[]> {
  const rows = await database.beforeOrganisation(db =>
    db
      .selectFrom('installation_messages')
      .select(['put_at', 'to_address', 'subject', 'state', 'answer', 'text'])
      .orderBy('put_at', 'desc')
      .limit(MOST)
      .execute(),
  );
  return rows.reverse().map(({ put_at: putAt, to_address: to, ...row }) => ({ ...row, putAt, to }));
}
