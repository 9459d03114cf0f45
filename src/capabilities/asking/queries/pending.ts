import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { WhyUndelivered } from '../../mail/index.ts';
import { DAILY } from '../message-kinds.ts';
import type { AnswerField, Choice, RequestState } from '../request.ts';
import { WHY_TOLD, type WhyTold } from '../rules/daily-message.ts';
import { IS_KNOWN } from './nobody-to-ask.ts';

type Day = Temporal.PlainDate;

/** A request that somebody still has to do something about, with whom it was asked of. */
export type Pending = {
  id: string;
  kind: string;
  state: RequestState;
  what: string;
  choices: Choice[];
  fields: AnswerField[];
  by: Day;
  /** Where an hour was promised: the moment by which. */
  byAt: Temporal.Instant | null;
  /** Does not wait for the daily message. */
  urgent: boolean;
  askedAt: Temporal.Instant;
  askedBy: string;
  person: { id: string; name: string } | null;
  /** `known`: somebody said whom of the directory the name means. */
  owner: { id: string; name: string; known: boolean } | null;
  listedTo: string | null;
  listedOn: Day | null;
  /** In how many messages it stood that arrived, as far as is known. */
  listed: number;
  snoozedUntil: Day | null;
  snoozes: number;
  passed: number;
  /** Whose somebody said it is, as it was typed. */
  named: string;
  toldAt: Temporal.Instant | null;
  toldWhy: WhyTold | null;
  /** The message that it last stood in did not arrive. */
  lost: WhyUndelivered | null;
  /** Since when whoever is asked now could know of it, where that is not when it was asked. */
  anewAt: Temporal.Instant | null;
};

const pendingIn = ({ db }: Within) =>
  db
    .selectFrom('requests as r')
    .leftJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('owners as o', 'o.id', 'r.owner_id')
    .select(['r.id', 'r.kind', 'r.state', 'r.what', 'r.choices', 'r.by_day as by', 'r.asked_at as askedAt'])
    .select(['r.fields', 'r.by_at as byAt', 'r.urgent'])
    .select([
      'r.asked_by as askedBy',
      'r.listed_to as listedTo',
      'r.listed_on as listedOn',
      'r.listed',
      'r.passed',
      'r.named',
    ])
    .select(['r.snoozed_until as snoozedUntil', 'r.snoozes', 'r.told_at as toldAt', 'r.told_why as toldWhy'])
    .select(['r.lost_why as lost', 'r.anew_at as anewAt'])
    .select(['p.id as personId', 'p.name as personName', 'o.id as ownerId', 'o.name as ownerName'])
    .select(IS_KNOWN.as('ownerKnown'));

type Row = Awaited<ReturnType<ReturnType<typeof pendingIn>['executeTakeFirstOrThrow']>>;

function asPending({ personId, personName, ownerId, ownerName, ownerKnown, ...row }: Row): Pending {
  return {
    ...row,
    state: row.state as RequestState,
    choices: row.choices as Choice[],
    fields: row.fields as AnswerField[],
    toldWhy: row.toldWhy as WhyTold | null,
    lost: row.lost as WhyUndelivered | null,
    person: personId ? { id: personId, name: personName! } : null,
    owner: ownerId ? { id: ownerId, name: ownerName!, known: ownerKnown } : null,
  };
}

/** All that wait for an answer, or for somebody to say whose they are. What cannot wait goes by itself and is chased alike. */
export async function pendingRequests(within: Within): Promise<Pending[]> {
  const rows = await pendingIn(within)
    .where('r.state', 'in', ['open', 'not-theirs'])
    .orderBy('r.id')
    .execute();
  return rows.map(asPending);
}

/** Those of which was noted that there is nobody to ask. */
export async function withoutAnybody(within: Within): Promise<Pending[]> {
  const rows = await pendingIn(within)
    .where('r.state', '=', 'open')
    .where('r.told_why', '=', 'nobody')
    .orderBy('r.id')
    .execute();
  return rows.map(asPending);
}

/** Those of one message, whatever became of them. */
export async function requestsOfMessage(within: Within, message: string): Promise<Pending[]> {
  const rows = await pendingIn(within)
    .innerJoin('request_entries as e', 'e.request_id', 'r.id')
    .where('e.message_id', '=', message)
    .where('e.why', 'not in', WHY_TOLD)
    .orderBy('r.by_day')
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .execute();
  return rows.map(asPending);
}

export async function pendingById(within: Within, id: string): Promise<Pending | undefined> {
  const row = await pendingIn(within).where('r.id', '=', id).executeTakeFirst();
  return row && asPending(row);
}

/** A message is tried for two days, and waits over days on which nothing may leave. */
const KEPT_BACK = { days: 14 };

/**
 * Who had their daily message on a day, also one of a day before that left only then, or whose last one could not leave yet
 * because the mail server is away: it has everything in it, and with another one they would get two at once.
 */
export async function writtenOn({ db }: Within, day: Day, zone: string): Promise<Set<string>> {
  const { rows } = await sql<{ person: string }>`
    select person_id as person from request_messages where day = ${day}
    union
    select m.person_id from messages m
    where m.kind = ${DAILY} and m.person_id is not null
      and (m.state = 'handed-over' or m.state = 'waiting' and (m.attempts > 0 or exists (select from mail_stoppages)))
    union
    select m.person_id from messages m
    where m.kind = ${DAILY} and m.person_id is not null and m.state in ('accepted', 'unknown')
      and m.put_at >= ${day.subtract(KEPT_BACK).toString()}::date and (m.settled_at at time zone ${zone})::date = ${day}
  `.execute(db);
  return new Set(rows.map(({ person }) => person));
}
