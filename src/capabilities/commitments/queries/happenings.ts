import { sql } from 'kysely';
import type { Within } from '../../../platform/database/database.ts';
import type { Outcome } from '../occurrence.ts';
import type { SetOffBy } from '../promise.ts';
import { LINE_HOLDS } from './state-by-day.ts';

export type Undone = { at: Temporal.Instant; by: string; why: string };

export type Happening = {
  id: string;
  kind: SetOffBy;
  title: string;
  note: string;
  at: Temporal.Instant;
  recordedAt: Temporal.Instant;
  recordedBy: string;
  recordedById: string | null;
  source: string | null;
  undone: Undone | null;
  version: number;
};

/** With what came of it: how many it made due, and of these how many are open and how many were done. */
export type ListedHappening = Happening & { due: number; open: number; done: number };

const COLUMNS = [
  'h.id',
  'h.kind',
  'h.title',
  'h.note',
  'h.happened_at as at',
  'h.recorded_at as recordedAt',
  'h.recorded_by as recordedBy',
  'h.recorded_by_id as recordedById',
  'h.source',
  'h.undone_at',
  'h.undone_by',
  'h.undone_why',
  'h.version',
] as const;

type Row = Omit<Happening, 'kind' | 'undone'> & {
  kind: string;
  undone_at: Temporal.Instant | null;
  undone_by: string;
  undone_why: string;
};

function asHappening<R extends Row>({ undone_at: at, undone_by: by, undone_why: why, ...row }: R) {
  return { ...row, kind: row.kind as SetOffBy, undone: at && { at, by, why } };
}

export async function happeningById({ db }: Within, id: string): Promise<Happening | undefined> {
  const row = await db
    .selectFrom('happenings as h')
    .select(COLUMNS)
    .where('h.id', '=', id)
    .executeTakeFirst();
  return row && asHappening(row);
}

export const HAPPENINGS_ON_A_PAGE = 50;

/** What happened last first; one more than a page holds tells that there are more. */
export async function happenings({ db }: Within, page: number): Promise<ListedHappening[]> {
  const rows = await db
    .selectFrom('happenings as h')
    .leftJoinLateral(
      at =>
        at
          .selectFrom('occurrences as o')
          .select(count => [
            count.fn.countAll<number>().as('due'),
            sql<number>`count(*) filter (where o.outcome is null)`.as('open'),
            sql<number>`count(*) filter (where o.outcome in ('met', 'late'))`.as('done'),
          ])
          .whereRef('o.happening_id', '=', 'h.id')
          .as('k'),
      join => join.onTrue(),
    )
    .select(COLUMNS)
    .select(['k.due', 'k.open', 'k.done'])
    .orderBy('h.happened_at', 'desc')
    .orderBy('h.id')
    .limit(HAPPENINGS_ON_A_PAGE + 1)
    .offset((page - 1) * HAPPENINGS_ON_A_PAGE)
    .execute();
  return rows.map(({ due, open, done, ...row }) => ({
    ...asHappening(row),
    due: Number(due),
    open: Number(open),
    done: Number(done),
  }));
}

/** What something made due. */
export type MadeDue = {
  id: string;
  promise: string;
  about: string;
  plan: string;
  planId: string;
  line: string | null;
  forName: string;
  by: Temporal.PlainDate;
  dueAt: Temporal.Instant | null;
  from: Temporal.PlainDate;
  missedFrom: Temporal.PlainDate;
  outcome: Outcome | null;
  reason: string;
};

/** More than a page of these is led to, not shown. */
export const MOST_MADE_DUE = 300;

/** By plan, promise and for whom. */
export async function madeDueBy({ db }: Within, happening: string): Promise<MadeDue[]> {
  const { rows } = await sql<MadeDue>`
    select o.id, p.id as promise, p.about, pl.title as plan, pl.id as "planId", l.id as line, c.for_name as "forName", o.by_day as by,
      o.due_at as "dueAt", o.from_day as "from", o.missed_from as "missedFrom", o.outcome, o.reason
    from occurrences o
    join commitments c on c.id = o.commitment_id
    join promises p on p.id = o.promise_id
    join plans pl on pl.id = p.plan_id and pl.removed_at is null
    left join lines l on l.id = p.line_id
    where o.happening_id = ${happening} and (o.outcome is not null or ${LINE_HOLDS})
    order by lower(pl.title), lower(p.about), p.id, c.for_name, o.id limit ${sql.lit(MOST_MADE_DUE)}`.execute(
    db,
  );
  return rows;
}
