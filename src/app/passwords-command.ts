import { passwordsAgain } from '../capabilities/access/index.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { connectionOf } from './installation.ts';

/** For an organisation whose people come in by sign-on alone, and cannot. Whoever may type this may read the database anyway. */
export async function passwordsCommand(args: string[], settings: Settings): Promise<number> {
  const name = args.join(' ').trim();
  if (!name) {
    console.error('Say for which organisation, by its name: commsgrid passwords ORGANISATION');
    return 2;
  }
  const database = openDatabase(connectionOf(settings), 'commsgrid-passwords');
  try {
    const found = await passwordsAgain(database, name, systemClock.now());
    if (found) console.log(`The people of ${found} come in with their passwords again, beside the sign-on.`);
    else console.error(`No organisation called ${name} lets its people in by sign-on alone.`);
    return found ? 0 : 1;
  } finally {
    await database.close();
  }
}
