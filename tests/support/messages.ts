import type { Selectable } from 'kysely';
import type {
  InstallationMessages,
  MessageAttempts,
  Messages,
} from '../../src/platform/database/generated.ts';
import type { TestSite } from './site.ts';

type Site = Pick<TestSite, 'within' | 'query'>;

/** What an organisation's outbox holds, in the order in which it was put there. */
export const messagesOf = (site: Site, organisation: string): Promise<Selectable<Messages>[]> =>
  site.within(organisation, ({ db }) =>
    db.selectFrom('messages').selectAll().orderBy('put_at').orderBy('to_address').orderBy('id').execute(),
  );

/** What was written to people before their organisation was known. */
export const installationMessages = (site: Site): Promise<Selectable<InstallationMessages>[]> =>
  site.query<Selectable<InstallationMessages>>('select * from installation_messages order by put_at, id');

/** How often a message was tried, and what came of it. */
export const attemptsOf = (
  site: Site,
  organisation: string,
  message: string,
): Promise<Selectable<MessageAttempts>[]> =>
  site.within(organisation, ({ db }) =>
    db
      .selectFrom('message_attempts')
      .selectAll()
      .where('message_id', '=', message)
      .orderBy('number')
      .execute(),
  );
