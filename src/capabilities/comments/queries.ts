import { sql } from 'kysely';
import type { Within } from '../../platform/database/database.ts';
import { writtenOnce } from '../../platform/database/written-once.ts';
import type { Comment, Member, Mention } from './comment.ts';

/** A page of more is long to load, and nobody reads it. */
const MOST_COMMENTS = 300;

const findComments = writtenOnce((db, kind: string, id: string) =>
  db
    .selectFrom('comments')
    .select(['id', 'body', 'by_id as byId', 'by_name as by', 'at', 'removed_by as removed'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_COMMENTS),
);

/** Oldest first, as people talk, of very many the last. Of what was taken back only that it was. */
export async function commentsOf(
  within: Within,
  { kind, id }: { kind: string; id: string },
): Promise<Comment[]> {
  const rows = await findComments(within, kind, id);
  return rows.reverse().map(row => ({ ...row, body: row.removed ? '' : row.body }));
}

/** Those of some records of a kind that anybody said something of. */
export async function spokenOf({ db }: Within, kind: string, ids: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('comments')
    .select('subject_id as id')
    .distinct()
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('removed_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Who works for the organisation, and so can be named. */
export function membersToName({ db }: Within): Promise<Member[]> {
  return db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .select(['a.id', 'a.name', 'a.email'])
    .where('m.ended_at', 'is', null)
    .orderBy(sql`lower(a.name)`)
    .execute();
}

export const MENTIONS_ON_A_PAGE = 30;

/** Newest first. */
export async function mentionsOf({ db }: Within, account: string, page: number): Promise<Mention[]> {
  const rows = await db
    .selectFrom('mentions as m')
    .innerJoin('comments as c', 'c.id', 'm.comment_id')
    .select(['c.id', 'c.body', 'c.by_name as by', 'c.at'])
    .select(['c.subject_title as title', 'c.subject_href as href', 'c.subject_id as subject', 'm.seen_at'])
    .where('m.account_id', '=', account)
    .where('c.removed_at', 'is', null)
    .orderBy('m.at', 'desc')
    .orderBy('c.id')
    .limit(MENTIONS_ON_A_PAGE)
    .offset((page - 1) * MENTIONS_ON_A_PAGE)
    .execute();
  return rows.map(({ seen_at, ...row }) => ({ ...row, seen: seen_at !== null }));
}

/** How many comments name somebody, and how many of them they have not looked at. */
export async function countMentions(
  { db }: Within,
  account: string,
): Promise<{ all: number; unseen: number }> {
  return db
    .selectFrom('mentions as m')
    .innerJoin('comments as c', 'c.id', 'm.comment_id')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where m.seen_at is null))::int`.as('unseen'),
    ])
    .where('m.account_id', '=', account)
    .where('c.removed_at', 'is', null)
    .executeTakeFirstOrThrow();
}
