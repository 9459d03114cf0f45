import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { WhyUndelivered } from '../../mail/index.ts';
import type { RequestState } from '../request.ts';
import type { WhyTold } from '../rules/daily-message.ts';

/** What a list of requests shows. `silent`: somebody was told that nobody answers. `undelivered`: it reached nobody. */
export const SHOWN = ['open', 'silent', 'decide', 'undelivered', 'settled', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

export type ListedRequest = {
  id: string;
  what: string;
  of: string;
  person: string | null;
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

const CONDITION: Record<Shown, RawBuilder<boolean>> = {
  open: sql<boolean>`r.state in ('open', 'not-theirs')`,
  silent: sql<boolean>`r.state = 'open' and r.told_at is not null and r.told_why is distinct from 'undelivered'`,
  decide: sql<boolean>`r.state = 'not-theirs'`,
  undelivered: sql<boolean>`r.state = 'open' and r.lost_why is not null`,
  settled: sql<boolean>`r.state in ('answered', 'withdrawn', 'ended')`,
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
  const waiting = wanted.shown !== 'settled' && wanted.shown !== 'all';
  const rows = await found(within, wanted)
    .leftJoin('people as t', 't.id', 'r.told_id')
    .leftJoin('request_records as a', on => on.onRef('a.request_id', '=', 'r.id').on('a.position', '=', 0))
    .select(['r.id', 'r.what', 'r.by_day as by', 'r.state', 'r.asked_by as askedBy', 'r.asked_at as askedAt'])
    .select(['r.listed', 'r.snoozed_until as snoozedUntil', 't.name as told', 'r.told_at as toldAt'])
    .select(['r.told_why as toldWhy', 'r.lost_why as lost'])
    .select([
      'p.id as person',
      'p.name as personName',
      'o.name as ownerName',
      'a.title',
      eb => eb.fn.coalesce('a.of_id', 'a.record_id').as('record'),
    ])
    .select(
      sql<number>`(select count(*)::int from request_records c where c.request_id = r.id)`.as('records'),
    )
    .$if(waiting, all => all.orderBy('r.by_day'))
    .orderBy('r.asked_at', waiting ? 'asc' : 'desc')
    .orderBy('r.id')
    .offset(after)
    .limit(most)
    .execute();
  return rows.map(({ personName, ownerName, state, ...row }) => ({
    ...row,
    state: state as RequestState,
    toldWhy: row.toldWhy as WhyTold | null,
    lost: row.lost as WhyUndelivered | null,
    of: personName ?? ownerName ?? '',
  }));
}

export async function countRequests(within: Within, wanted: Wanted): Promise<number> {
  const { total } = await found(within, wanted)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export type RequestTallies = Record<'open' | 'silent' | 'decide' | 'undelivered', number>;

/** How many wait, how many of them are silent or reached nobody, and how many are to be decided. */
export function requestTallies({ db }: Within): Promise<RequestTallies> {
  return db
    .selectFrom('requests')
    .where('state', 'in', ['open', 'not-theirs'])
    .select([
      sql<number>`(count(*) filter (where state = 'open'))::int`.as('open'),
      sql<number>`(count(*) filter (where state = 'open' and told_at is not null and told_why is distinct from 'undelivered'))::int`.as(
        'silent',
      ),
      sql<number>`(count(*) filter (where state = 'open' and lost_why is not null))::int`.as('undelivered'),
      sql<number>`(count(*) filter (where state = 'not-theirs'))::int`.as('decide'),
    ])
    .executeTakeFirstOrThrow();
}
