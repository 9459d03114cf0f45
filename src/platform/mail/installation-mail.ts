import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { OF_INSTALLATION, type OutboxDb } from './outbox-tables.ts';
import { type MailParts, mailWay } from './own-mail.ts';
import { whichWay } from './rules/which-way.ts';
import { type Outbox, type Sending, sendDue } from './send-due.ts';
import { settleOverdue } from './settle-overdue.ts';

type Parts = MailParts & { database: Database };

/**
 * What was written to people before their organisation was known. By the installation's own server; where it has none, by
 * that of the one organisation that the person works for and that has one. Of two bodies that share an installation and
 * both have a server, neither is given what lets somebody in at the other: then the installation needs its own.
 */
export async function sendInstallationMail(
  parts: Parts,
  now: () => Temporal.Instant,
  sending: Omit<Sending, 'way'>,
): Promise<void> {
  const outbox = installationOutbox(parts.database);
  const due = await dueMessages(outbox, now());
  if (!due.length) return;
  const way = whichWay(parts.environment, {}, 'Commsgrid');
  if (way) return sendDue(outbox, { ...sending, way });
  for (const { organisation, messages } of await lenders(parts.database, due)) {
    const who = { organisation, actor: { id: null, name: 'Commsgrid' } };
    const lent = await parts.database.inOrganisation(who, within => mailWay(within, parts));
    if (lent) await sendDue({ ...outbox, among: messages }, { ...sending, way: lent });
  }
}

function installationOutbox(database: Database): Outbox {
  return {
    tables: OF_INSTALLATION,
    within: work => database.beforeOrganisation(db => work(db as unknown as OutboxDb)),
    after: () => Promise.resolve(), // each message waits for itself: there are few of them
  };
}

function dueMessages({ within, tables }: Outbox, now: Temporal.Instant): Promise<string[]> {
  return within(async db => {
    await settleOverdue(db, tables, now);
    const due = db.selectFrom(tables.messages).select('id').where('state', '=', 'waiting');
    return (await due.where('next_try_at', '<=', now).execute()).map(({ id }) => id);
  });
}

/** The organisation whose server carries a message, where there is exactly one. */
function lenders(database: Database, due: string[]): Promise<{ organisation: string; messages: string[] }[]> {
  return database.beforeOrganisation(async db => {
    const { rows } = await sql<{ organisation: string; messages: string[] }>`
      select organisation, array_agg(id) as messages from (
        select m.id, min(o.id::text) as organisation from installation_messages m
        join memberships s on s.account_id = m.account_id and s.ended_at is null
        join organisations o on o.id = s.organisation_id and o.mail_is_set_up
        where m.id = any(${due}) group by m.id having count(*) = 1) as lent
      group by organisation`.execute(db);
    return rows;
  });
}
