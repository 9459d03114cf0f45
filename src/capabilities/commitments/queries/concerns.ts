import { type RawBuilder, sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { ConcernState } from '../concerns/concern.ts';
import { WHO_DOES_IT } from './state-by-day.ts';

/** What a list of concerns shows; `unowned`: nobody is named who answers. */
export const CONCERNS_SHOWN = ['open', 'unowned', 'answered', 'told', 'all'] as const;
export type ConcernsShown = (typeof CONCERNS_SHOWN)[number];

export type ListedConcern = {
  id: string;
  words: string;
  state: ConcernState;
  owner: string | null;
  raisedAt: Temporal.Instant;
  raisedBy: string;
  about: string;
  /** '' where the promise is kept once for all. */
  forName: string;
  planTitle: string;
  /** The line, or the plan, whose words these are. */
  of: string;
};

export type Concern = ListedConcern & {
  occurrence: string;
  by: Temporal.PlainDate;
  plan: string;
  line: string | null;
  ownerId: string | null;
  /** Who keeps the promise. */
  keeper: string | null;
  answer: string;
  answeredAt: Temporal.Instant | null;
  answeredBy: string;
  toldAt: Temporal.Instant | null;
  toldHow: string;
  toldBy: string;
};

const CONDITION: Record<ConcernsShown, RawBuilder<boolean>> = {
  open: sql<boolean>`k.answered_at is null and k.told_at is null`,
  unowned: sql<boolean>`k.answered_at is null and k.told_at is null and k.owner_id is null`,
  answered: sql<boolean>`k.answered_at is not null and k.told_at is null`,
  told: sql<boolean>`k.told_at is not null`,
  all: sql<boolean>`true`,
};

const STATE = sql`case when k.told_at is not null then 'told' when k.answered_at is not null then 'answered' else 'open' end`;

/** With what they are about; those of a plan that was taken out are in no list. */
const FOUND = sql`concerns k join occurrences o on o.id = k.occurrence_id join commitments c on c.id = o.commitment_id
  join promises p on p.id = k.promise_id join plans pl on pl.id = p.plan_id and pl.removed_at is null
  left join lines l on l.id = p.line_id left join owners w on w.id = k.owner_id`;

const LISTED = sql`k.id, k.words, ${STATE} as state, w.name as owner, k.raised_at as "raisedAt", k.raised_by as "raisedBy",
  p.about, c.for_name as "forName", pl.title as "planTitle", coalesce(p.line_id, p.plan_id) as of`;

/** What waits longest first; of what is told back, the latest. */
export async function listConcerns(
  { db }: Within,
  shown: ConcernsShown,
  { after, most }: { after: number; most: number },
): Promise<ListedConcern[]> {
  const latest = shown === 'told' || shown === 'all' ? sql`desc` : sql``;
  const { rows } = await sql<ListedConcern>`
    select ${LISTED} from ${FOUND} where ${CONDITION[shown]}
    order by k.raised_at ${latest}, k.id limit ${most} offset ${after}`.execute(db);
  return rows;
}

/** Those raised where one occurrence was kept, in the order in which they came. */
export async function concernsOf({ db }: Within, occurrence: string): Promise<ListedConcern[]> {
  const { rows } = await sql<ListedConcern>`
    select ${LISTED} from ${FOUND} where k.occurrence_id = ${occurrence} order by k.raised_at, k.id limit 50`.execute(
    db,
  );
  return rows;
}

export type ConcernTallies = Record<ConcernsShown, number>;

export async function concernTallies({ db }: Within): Promise<ConcernTallies> {
  const counts = CONCERNS_SHOWN.map(
    one => sql`(count(*) filter (where ${CONDITION[one]}))::int as ${sql.ref(one)}`,
  );
  const { rows } = await sql<ConcernTallies>`select ${sql.join(counts)} from ${FOUND}`.execute(db);
  return rows[0]!;
}

export async function concernById({ db }: Within, id: string): Promise<Concern | undefined> {
  const { rows } = await sql<Concern>`
    select ${LISTED}, k.occurrence_id as occurrence, o.by_day as by, p.plan_id as plan, l.id as line, k.owner_id as "ownerId",
      ${WHO_DOES_IT} as keeper, k.answer, k.answered_at as "answeredAt", k.answered_by as "answeredBy",
      k.told_at as "toldAt", k.told_how as "toldHow", k.told_by as "toldBy"
    from ${FOUND} where k.id = ${id}`.execute(db);
  return rows[0];
}
