import type { Within } from '../../../platform/database/database.ts';

/** That a record is asked about by a request which waits; `owner`: under which name it was asked first, if any. */
export type WaitingAbout = { record: string; owner: string | null };

/** Every record about which requests of a kind wait for an answer. */
export async function waitingAbout({ db }: Within, kind: string): Promise<WaitingAbout[]> {
  return db
    .selectFrom('requests as r')
    .innerJoin('request_records as a', 'a.request_id', 'r.id')
    .select(['a.record_id as record'])
    .select(({ fn }) => fn.coalesce('r.first_owner_id', 'r.owner_id').as('owner'))
    .where('r.kind', '=', kind)
    .where('r.state', 'in', ['open', 'not-theirs'])
    .where('a.gone', '=', false)
    .execute();
}
