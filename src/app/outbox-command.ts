import { openDatabase } from '../platform/database/database.ts';
import { installationOutbox, type KeptForInstallation } from '../platform/mail/installation-outbox.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { connectionOf } from './installation.ts';

/**
 * What was written to people before their organisation was known: links to sign in, new passwords. No page shows these;
 * whoever may type this may read the database anyway, and while no mail leaves hands them over by other means.
 */
export async function outboxCommand(args: string[], settings: Settings): Promise<number> {
  const database = openDatabase(connectionOf(settings), 'commsgrid-outbox');
  try {
    const messages = await installationOutbox(database);
    if (!messages.length) console.log('Nothing was written to people outside an organisation.');
    for (const message of messages) console.log(inWords(message, args.includes('--words')));
    return 0;
  } finally {
    await database.close();
  }
}

function inWords({ putAt, to, subject, state, answer, text }: KeptForInstallation, words: boolean): string {
  const said = answer ? ` (${answer})` : '';
  const line = `${putAt}  ${state.padEnd(11)} ${to}  ${subject}${said}`;
  return words && text ? `${line}\n\n${text.replace(/^/gm, '    ')}\n` : line;
}
