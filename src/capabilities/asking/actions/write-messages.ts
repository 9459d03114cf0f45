import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import { json } from '../../../platform/database/json.ts';
import type { Message } from '../../../platform/mail/message.ts';
import { putManyInOutbox } from '../../../platform/mail/outbox.ts';
import { newToken } from '../../access/index.ts';
import type { ReachedPerson } from '../../organisations/index.ts';
import type { RequestKind } from '../kind.ts';
import { answerPath, lastDayOf, linkEnd } from '../link.ts';
import { DAILY, URGENT } from '../message-kinds.ts';
import { organisationNamed } from '../queries/organisation.ts';
import type { Pending } from '../queries/pending.ts';
import { recordsOf, type ShownRecord } from '../queries/records.ts';
import type { DailyMessage } from '../rules/daily-message.ts';
import { namedRecords } from '../rules/written.ts';
import { wordsIn } from '../words/languages.ts';
import type { WrittenMessage } from '../words/message.ts';
import type { TheirRequest, TheirTold } from './asking-now.ts';

export type MessageTo = { person: ReachedPerson; message: DailyMessage<TheirRequest, TheirTold> };

export type Writing = {
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  /** Of the one message of a day; none for what could not wait. */
  day: Temporal.PlainDate | null;
  zone: string;
  url: string;
  kinds: readonly RequestKind[];
};

type Made = MessageTo & { id: string; token: string; digest: Buffer };

/**
 * Puts messages into the outbox, each with a link of its own, and notes what stood in them. Somebody who has their
 * message of the day already, because another worker was faster, gets no second one.
 */
export async function writeMessages(within: Within, due: MessageTo[], writing: Writing): Promise<number> {
  if (!due.length) return 0;
  const made = await beginMessages(within, due, writing);
  if (!made.length) return 0;
  await keepLinks(within, made, writing);
  await keepEntries(within, made);
  await noteListed(within, made, writing);
  await noteTold(within, made, writing);
  await noteTidings(within, made);
  const requests = made.flatMap(({ message }) => requestsIn(message));
  const records = await recordsOf(within, requests, writing.kinds);
  const { name } = await organisationNamed(within);
  await putManyInOutbox(
    within,
    made.map(one => written(one, name, records, writing)),
    writing.now,
  );
  return made.length;
}

async function beginMessages({ db }: Within, due: MessageTo[], { now, day }: Writing): Promise<Made[]> {
  const rows = await db
    .insertInto('request_messages')
    .values(due.map(({ person }) => ({ person_id: person.id, day, made_at: now })))
    .onConflict(conflict => conflict.columns(['organisation_id', 'person_id', 'day']).doNothing())
    .returning(['id', 'person_id'])
    .execute();
  const of = new Map(due.map(one => [one.person.id, one]));
  return rows.map(({ id, person_id }) => ({ ...of.get(person_id)!, id, ...newToken() }));
}

async function keepLinks({ db }: Within, made: Made[], { now }: Writing): Promise<void> {
  const links = made
    .filter(({ message }) => message.asked.length)
    .map(({ id, person, digest }) => ({
      message_id: id,
      person_id: person.id,
      token_hash: digest,
      made_at: now,
      expires_at: linkEnd(now),
    }));
  if (links.length) await db.insertInto('request_links').values(links).execute();
}

async function keepEntries({ db }: Within, made: Made[]): Promise<void> {
  const entries = made.flatMap(({ id, message: { asked, told } }) => [
    ...asked.map(({ request, why }) => ({ message: id, request: request.id, why })),
    ...told.map(({ pending, why }) => ({ message: id, request: pending.id, why })),
  ]);
  // told of what they are asked themselves: it stands once, as asked
  await sql`
    insert into request_entries (message_id, request_id, why)
    select message, request, why from jsonb_to_recordset(${json(entries)}) as new (message uuid, request uuid, why text)
    on conflict do nothing
  `.execute(db);
}

async function noteListed({ db }: Within, made: Made[], { today }: Writing): Promise<void> {
  const listed = made.flatMap(({ person, message }) =>
    message.asked.map(({ request }) => ({ request: request.id, person: person.id })),
  );
  if (!listed.length) return;
  await sql`
    update requests r set listed_to = new.person, listed_on = ${today}, listed = r.listed + 1, lost_in = null, lost_why = null
    from jsonb_to_recordset(${json(listed)}) as new (request uuid, person uuid) where r.id = new.request
  `.execute(db);
}

async function noteTold({ db }: Within, made: Made[], { now }: Writing): Promise<void> {
  const told = made.flatMap(({ person, message }) =>
    message.told.map(({ pending, why }) => ({ request: pending.id, person: person.id, why })),
  );
  if (!told.length) return;
  await sql`
    update requests r set told_id = new.person, told_at = ${now}, told_why = new.why
    from jsonb_to_recordset(${json(told)}) as new (request uuid, person uuid, why text) where r.id = new.request
  `.execute(db);
}

async function noteTidings({ db }: Within, made: Made[]): Promise<void> {
  const told = made.flatMap(({ id, message }) =>
    message.tidings.map(one => ({ message: id, tiding: one.id })),
  );
  if (!told.length) return;
  await sql`
    update tidings t set message_id = new.message
    from jsonb_to_recordset(${json(told)}) as new (message uuid, tiding uuid) where t.id = new.tiding
  `.execute(db);
}

function written(
  { id, person, message, token }: Made,
  organisation: string,
  records: Map<string, ShownRecord[]>,
  { now, today, day, zone, url }: Writing,
): Message {
  const link = url + answerPath(token);
  const facts: WrittenMessage = {
    ...writtenFacts({ person, message }, records, { url, zone }),
    organisation,
    today,
    link,
    until: lastDayOf(linkEnd(now), zone),
  };
  const words = wordsIn(person.language);
  return {
    kind: day ? DAILY : URGENT,
    to: { name: person.name, address: person.email },
    ...(day ? words.daily(facts) : words.atOnce(facts)),
    about: { kind: 'request-message', id },
    person: person.id,
    lang: words.lang,
    ...(!day && { urgent: true }),
    ...(day && { once: `daily ${person.id} ${day}` }),
    ...(message.asked.length && { secrets: [link] }),
  };
}

/** What a message says of requests, whenever it goes. */
export function writtenFacts(
  { person, message }: MessageTo,
  records: Map<string, ShownRecord[]>,
  { url, zone }: Pick<Writing, 'url' | 'zone'>,
): Pick<WrittenMessage, 'to' | 'asked' | 'told' | 'tidings'> {
  return {
    to: person.name,
    asked: message.asked.map(({ request, why }) => ({
      what: request.pending.what,
      by: request.by,
      hour: hourOf(request.pending, zone),
      why,
      for: request.for,
      records: namedRecords(records.get(request.id) ?? []),
    })),
    told: message.told.map(({ pending, why, of }) => ({
      what: pending.what,
      of,
      by: pending.by,
      hour: hourOf(pending, zone),
      why,
      unknown: pending.owner?.known === false,
      named: pending.named,
      lost: pending.lost,
      records: namedRecords(records.get(pending.id) ?? []),
      href: `${url}/asking/${pending.id}`,
    })),
    tidings: message.tidings.map(({ title, lines, href }) => ({ title, lines, href: url + href })),
  };
}

/** Every request that a message speaks of, whether somebody is asked or told. */
export const requestsIn = ({ asked, told }: MessageTo['message']): Pending[] => [
  ...asked.map(({ request }) => request.pending),
  ...told.map(({ pending }) => pending),
];

const hourOf = ({ byAt }: Pending, zone: string): Temporal.PlainTime | null =>
  byAt?.toZonedDateTimeISO(zone).toPlainTime() ?? null;
