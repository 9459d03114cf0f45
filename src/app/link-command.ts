import { operatorLink } from '../capabilities/access/index.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { connectionOf } from './installation.ts';

/**
 * A link with which somebody chooses a new password, for those whom no administrator can help: the only administrator
 * of an organisation, and people who work for several. Whoever may type this may read the database anyway.
 */
export async function linkCommand([email]: string[], settings: Settings): Promise<number> {
  if (!email) {
    console.error('Say for whom: commsgrid link EMAIL');
    return 2;
  }
  const database = openDatabase(connectionOf(settings), 'commsgrid-link');
  try {
    const path = await operatorLink(database, systemClock, email);
    if (path) console.log(`It works once, for seven days. Give it to nobody else:\n  ${settings.url}${path}`);
    else console.error(`No account has the email address ${email}.`);
    return path ? 0 : 1;
  } finally {
    await database.close();
  }
}
