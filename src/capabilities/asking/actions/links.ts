import type { Kysely } from 'kysely';
import type { Database, Within } from '../../../platform/database/database.ts';
import type { InstallationTables } from '../../../platform/database/tables.ts';
import { record } from '../../../platform/history/history.ts';
import type { Message } from '../../../platform/mail/message.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import { digestOf, newToken } from '../../access/index.ts';
import { answerPath, lastDayOf, linkEnd } from '../link.ts';
import { NEW_LINK } from '../message-kinds.ts';
import { personHere } from '../queries/of-whom.ts';
import { wordsIn } from '../words/languages.ts';

/** Whose link it is, and what of: found before anybody knows which organisation is meant. */
export type FoundLink = {
  id: string;
  message: string;
  person: string;
  organisation: { id: string; name: string; colour: string; zone: string };
  expires: Temporal.Instant;
  /** It answers still: it has neither run out nor was it taken back. */
  open: boolean;
};

/** Looking changes nothing and notes nothing: a scanner of mail opens every link, long before anybody reads it. */
export function findLink(
  database: Database,
  token: string,
  now: Temporal.Instant,
): Promise<FoundLink | undefined> {
  return database.beforeOrganisation(db => linkByToken(db, token, now));
}

/** Whether a link like this was ever made, over or not. */
export const isLink = (database: Database, token: string): Promise<boolean> =>
  database.beforeOrganisation(async db => {
    const link = db.selectFrom('request_links').select('id').where('token_hash', '=', digestOf(token));
    return (await link.executeTakeFirst()) !== undefined;
  });

async function linkByToken(
  db: Kysely<InstallationTables>,
  token: string,
  now: Temporal.Instant,
): Promise<FoundLink | undefined> {
  const row = await db
    .selectFrom('request_links as l')
    .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
    .select([
      'l.id',
      'l.message_id as message',
      'l.person_id as person',
      'l.expires_at as expires',
      'l.revoked_at',
    ])
    .select(['o.id as organisation', 'o.name', 'o.colour', 'o.time_zone as zone'])
    .where('l.token_hash', '=', digestOf(token))
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, message, person, expires, organisation, name, colour, zone } = row;
  const open = !row.revoked_at && Temporal.Instant.compare(expires, now) > 0;
  return { id, message, person, expires, open, organisation: { id: organisation, name, colour, zone } };
}

/**
 * Sends a new link in place of one that ran out, to the address that its person has now and to no other; of those who ask
 * in one hour the first. Somebody who left gets none.
 */
export async function sendNewLink(
  within: Within,
  old: FoundLink,
  { now, url }: { now: Temporal.Instant; url: string },
): Promise<void> {
  const today = now.toZonedDateTimeISO(old.organisation.zone).toPlainDate();
  const here = await personHere(within, old.person, today);
  if (!here) return;
  const hour = now.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const { token, digest } = newToken();
  const link = { message_id: old.message, person_id: here.id, token_hash: digest };
  await within.db
    .insertInto('request_links')
    .values({ ...link, made_at: now, expires_at: linkEnd(now) })
    .execute();
  const words = wordsIn(here.language);
  const { name: organisation, zone } = old.organisation;
  const address = url + answerPath(token);
  const until = lastDayOf(linkEnd(now), zone);
  const message: Message = {
    kind: NEW_LINK,
    to: { name: here.name, address: here.email },
    ...words.newLink({ organisation, to: here.name, link: address, until }),
    person: here.id,
    lang: words.lang,
    urgent: true,
    secrets: [address],
    once: `new-link ${here.id} ${hour}`,
  };
  await putInOutbox(within, message, now);
}

/** From this moment no link of somebody answers anything; their next message has one that does. How many that were. */
export async function revokeLinks(within: Within, person: string, now: Temporal.Instant): Promise<number> {
  const done = await within.db
    .updateTable('request_links')
    .set({ revoked_at: now, revoked_by: within.actor.name })
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  const revoked = Number(done.numUpdatedRows);
  if (revoked) await record(within, { kind: 'person', id: person }, 'ended links to answer by', [], now);
  return revoked;
}
