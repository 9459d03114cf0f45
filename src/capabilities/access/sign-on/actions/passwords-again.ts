import type { Database } from '../../../../platform/database/database.ts';
import { record } from '../../../../platform/history/history.ts';
import { signOnSubject } from '../sign-on.ts';

/**
 * Lets the people of an organisation in with passwords again, whose provider is gone and whose emergency administrators
 * are too. Done by whoever operates the installation, at the command line.
 * @returns its name, or undefined where no organisation of that name comes in by sign-on alone
 */
export async function passwordsAgain(
  database: Database,
  name: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const found = await database.beforeOrganisation(db =>
    db
      .selectFrom('organisations')
      .select(['id', 'name'])
      .where('sign_on_only', '=', true)
      .where(({ eb, fn }) => eb(fn<string>('lower', ['name']), '=', name.trim().toLowerCase()))
      .executeTakeFirst(),
  );
  if (!found) return undefined;
  const who = { organisation: found.id, actor: { id: null, name: 'Command line' } };
  await database.inOrganisation(who, async within => {
    await within.db.updateTable('organisations').set({ sign_on_only: false }).execute();
    const change = { field: 'use', before: 'the only way', after: 'beside the password' };
    await record(within, signOnSubject(found.id), 'changed', [change], now);
  });
  return found.name;
}
