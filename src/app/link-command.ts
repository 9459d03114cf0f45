import { operatorLink } from '../capabilities/access/index.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { connectionOf } from './installation.ts';

/** Takes the authenticator app of the account away too, for which there would be no code. */
const LOST_PHONE = '--lost-phone';

/**
 * A link with which somebody chooses a new password, for those whom no administrator can help: the only administrator
 * of an organisation, and people who work for several. Whoever may type this may read the database anyway.
 */
export async function linkCommand(args: string[], settings: Settings): Promise<number> {
  const [email] = args.filter(word => word !== LOST_PHONE);
  if (!email) {
    console.error(`Say for whom: commsgrid link EMAIL [${LOST_PHONE}]`);
    return 2;
  }
  const database = openDatabase(connectionOf(settings), 'commsgrid-link');
  try {
    const path = await operatorLink(database, systemClock, email, {
      lostPhone: args.includes(LOST_PHONE),
      site: settings.url,
    });
    if (path) console.log(`It works once, for seven days. Give it to nobody else:\n  ${settings.url}${path}`);
    else console.error(`No account has the email address ${email}.`);
    return path ? 0 : 1;
  } finally {
    await database.close();
  }
}
