import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { DocumentKind } from '../../../reading/reading.ts';

export type ListedPlan = {
  id: string;
  title: string;
  kind: DocumentKind;
  marking: string;
  changedAt: Temporal.Instant;
  lines: number;
  complete: number;
  unowned: number;
  undated: number;
  doubtful: number;
};

export type PlansAsked = { words?: string; order: 'changed' | 'title'; page: number };

export const PLANS_ON_A_PAGE = 50;

/** An organisation's plans, with how many lines of each kind they have. */
export async function listPlans({ db }: Within, { words, order, page }: PlansAsked): Promise<ListedPlan[]> {
  const inOrder = order === 'title' ? sql`lower(p.title)` : sql`p.changed_at desc`;
  const some = titled(db.selectFrom('plans as p'), words)
    .where('p.removed_at', 'is', null)
    .select(['p.id', 'p.title', 'p.kind', 'p.marking', 'p.changed_at'])
    .orderBy(inOrder)
    .orderBy('p.id')
    .limit(PLANS_ON_A_PAGE)
    .offset((page - 1) * PLANS_ON_A_PAGE);
  const sum = (condition = sql`true`) =>
    sql<number>`coalesce(sum(t.lines) filter (where ${condition}), 0)::int`;
  const rows = await db
    .selectFrom(some.as('p'))
    .innerJoinLateral(
      tallies =>
        tallies
          .selectFrom('line_tallies as t')
          .select([
            sum().as('lines'),
            sum(sql`t.state = 'complete'`).as('complete'),
            sum(sql`not t.owned`).as('unowned'),
            sum(sql`not t.dated`).as('undated'),
            sum(sql`t.doubtful`).as('doubtful'),
          ])
          .whereRef('t.plan_id', '=', 'p.id')
          .as('counted'),
      join => join.onTrue(),
    )
    .select(['p.id', 'p.title', 'p.kind', 'p.marking', 'p.changed_at as changedAt'])
    .select(['counted.lines', 'counted.complete', 'counted.unowned', 'counted.undated', 'counted.doubtful'])
    .orderBy(inOrder)
    .orderBy('p.id')
    .execute();
  return rows.map(row => ({ ...row, kind: row.kind as DocumentKind }));
}

/** How many plans have the words in their title, and how many there are. */
export async function countPlans(
  { db }: Within,
  words: string | undefined,
): Promise<{ found: number; all: number }> {
  const found = words
    ? sql<number>`count(*) filter (where ${likeWords(words)})::int`
    : sql<number>`count(*)::int`;
  return db
    .selectFrom('plans as p')
    .select([found.as('found'), sql<number>`count(*)::int`.as('all')])
    .where('p.removed_at', 'is', null)
    .executeTakeFirstOrThrow();
}

const likeWords = (words: string) => sql<boolean>`p.title ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`;

type Titled<Query> = { where: (condition: ReturnType<typeof likeWords>) => Query };
const titled = <Query extends Titled<Query>>(query: Query, words: string | undefined): Query =>
  words ? query.where(likeWords(words)) : query;
