import type { Within } from '../../../platform/database/database.ts';
import { writtenOnce } from '../../../platform/database/written-once.ts';
import type { RequestState } from '../request.ts';

/** What was asked about a record, for its own page. */
export type AskedAbout = {
  id: string;
  kind: string;
  what: string;
  of: string;
  by: Temporal.PlainDate;
  state: RequestState;
  askedAt: Temporal.Instant;
  /** What was last said to it. */
  said: { by: string; note: string; at: Temporal.Instant } | null;
};

const findAsked = writtenOnce((db, kind: string, id: string) =>
  db
    .selectFrom('request_records as a')
    .innerJoin('requests as r', 'r.id', 'a.request_id')
    .leftJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('owners as o', 'o.id', 'r.owner_id')
    .leftJoinLateral(
      at =>
        at
          .selectFrom('request_updates as u')
          .select(['u.by_name as saidBy', 'u.note', 'u.at as saidAt'])
          .whereRef('u.request_id', '=', 'r.id')
          .orderBy('u.number', 'desc')
          .limit(1)
          .as('u'),
      on => on.onTrue(),
    )
    .select([
      'r.id',
      'r.kind',
      'r.what',
      'r.by_day as by',
      'r.state',
      'r.asked_at as askedAt',
      'p.name as person',
    ])
    .select(['o.name as owner', 'u.saidBy', 'u.note', 'u.saidAt'])
    .where('a.kind', '=', kind)
    .where('a.record_id', '=', id)
    .orderBy('r.asked_at', 'desc')
    .limit(10),
);

/** Newest first, no more than a page shows. */
export async function askedAbout(
  within: Within,
  { kind, id }: { kind: string; id: string },
): Promise<AskedAbout[]> {
  const rows = await findAsked(within, kind, id);
  return rows.map(({ person, owner, saidBy, note, saidAt, state, ...row }) => ({
    ...row,
    state: state as RequestState,
    of: person ?? owner!,
    said: saidAt ? { by: saidBy!, note: note!, at: saidAt } : null,
  }));
}
