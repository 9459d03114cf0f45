import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { WhyUndelivered } from '../../mail/index.ts';
import type { RequestState } from '../request.ts';
import type { WhyTold } from '../rules/daily-message.ts';
import { IS_KNOWN, NOBODY_TO_ASK } from './nobody-to-ask.ts';

/** What a list of requests shows. `silent`: somebody was told that nobody answers. `undelivered`: it reached nobody. `nobody`: there is nobody to ask. */
export const SHOWN = [
  'open',
  'silent',
  'decide',
  'undelivered',
  'nobody',
  'unanswered',
  'settled',
  'all',
] as const;
export type Shown = (typeof SHOWN)[number];

export type ListedRequest = {
  id: string;
  what: string;
  person: { id: string; name: string } | null;
  owner: { id: string; name: string; known: boolean } | null;
  by: Temporal.PlainDate;
  state: RequestState;
  askedBy: string;
  askedAt: Temporal.Instant;
  listed: number;
  snoozedUntil: Temporal.PlainDate | null;
  told: string | null;
  toldAt: Temporal.Instant | null;
  toldWhy: WhyTold | null;
  lost: WhyUndelivered | null;
  records: number;
  title: string | null;
  /** Whose words `title` shows: the first record that it is about, or what that is of. */
  record: string | null;
};

const SILENT = sql<boolean>`(r.state = 'open' and r.told_at is not null and coalesce(r.told_why, 'silent') = 'silent')`;

const CONDITION: Record<Shown, RawBuilder<boolean>> = {
  open: sql<boolean>`r.state in ('open', 'not-theirs')`,
  silent: SILENT,
  decide: sql<boolean>`r.state = 'not-theirs'`,
  undelivered: sql<boolean>`r.state = 'open' and r.lost_why is not null`,
  nobody: NOBODY_TO_ASK,
  unanswered: sql<boolean>`r.state = 'unanswered'`,
  settled: sql<boolean>`r.state in ('answered', 'withdrawn', 'ended', 'unanswered')`,
  all: sql<boolean>`true`,
};

export type Wanted = { shown: Shown; words: string };

const matching = ({ shown, words }: Wanted) =>
  words
    ? sql<boolean>`${CONDITION[shown]} and (p.name ilike ${like(words)} or o.name ilike ${like(words)} or r.what ilike ${like(words)})`
    : CONDITION[shown];

const like = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

const found = ({ db }: Within, wanted: Wanted) =>
  db
    .selectFrom('requests as r')
    .leftJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('owners as o', 'o.id', 'r.owner_id')
    .where(matching(wanted));

/** What waits by when it is due, what is settled by when it was asked, the latest first. */
export async function listRequests(
  within: Within,
  wanted: Wanted,
  { after, most }: { after: number; most: number },
): Promise<ListedRequest[]> {
  const waiting = !['unanswered', 'settled', 'all'].includes(wanted.shown);
  const rows = await found(within, wanted)
    .leftJoin('people as t', 't.id', 'r.told_id')
    .leftJoin('request_records as a', on => on.onRef('a.request_id', '=', 'r.id').on('a.position', '=', 0))
    .select(['r.id', 'r.what', 'r.by_day as by', 'r.state', 'r.asked_by as askedBy', 'r.asked_at as askedAt'])
    .select(['r.listed', 'r.snoozed_until as snoozedUntil', 't.name as told', 'r.told_at as toldAt'])
    .select(['r.told_why as toldWhy', 'r.lost_why as lost'])
    .select([
      'p.id as personId',
      'p.name as personName',
      'o.id as ownerId',
      'o.name as ownerName',
      'a.title',
      eb => eb.fn.coalesce('a.of_id', 'a.record_id').as('record'),
    ])
    .select(IS_KNOWN.as('ownerKnown'))
    .select(
      sql<number>`(select count(*)::int from request_records c where c.request_id = r.id)`.as('records'),
    )
    .$if(waiting, all => all.orderBy('r.by_day'))
    .orderBy('r.asked_at', waiting ? 'asc' : 'desc')
    .orderBy('r.id')
    .offset(after)
    .limit(most)
    .execute();
  return rows.map(({ personId, personName, ownerId, ownerName, ownerKnown, state, ...row }) => ({
    ...row,
    state: state as RequestState,
    toldWhy: row.toldWhy as WhyTold | null,
    lost: row.lost as WhyUndelivered | null,
    person: personId ? { id: personId, name: personName! } : null,
    owner: ownerId ? { id: ownerId, name: ownerName!, known: ownerKnown } : null,
  }));
}

export async function countRequests(within: Within, wanted: Wanted): Promise<number> {
  const { total } = await found(within, wanted)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export type RequestTallies = Record<
  'open' | 'silent' | 'decide' | 'undelivered' | 'nobody' | 'unanswered',
  number
>;

const counted = (which: RawBuilder<boolean>) => sql<number>`(count(*) filter (where ${which}))::int`;

/**
 * How many wait for somebody who can be asked, how many of them are silent or reached nobody, how many are to be decided or
 * have nobody to ask; and how many nobody answered who was asked since a moment.
 */
export function requestTallies({ db }: Within, since: Temporal.Instant): Promise<RequestTallies> {
  return db
    .selectFrom('requests as r')
    .leftJoin('owners as o', 'o.id', 'r.owner_id')
    .where(
      sql<boolean>`(r.state in ('open', 'not-theirs') or r.state = 'unanswered' and r.settled_at >= ${since})`,
    )
    .select([
      counted(sql`r.state = 'open' and not ${NOBODY_TO_ASK}`).as('open'),
      counted(SILENT).as('silent'),
      counted(CONDITION.undelivered).as('undelivered'),
      counted(CONDITION.decide).as('decide'),
      counted(NOBODY_TO_ASK).as('nobody'),
      counted(CONDITION.unanswered).as('unanswered'),
    ])
    .executeTakeFirstOrThrow();
}
