import type { Within } from '../../../src/platform/database/database.ts';

/** Files that came with answers, in the order of their requests: the first is of the first. */
export const filesOfRequests = (db: Within['db']): Promise<{ id: string }[]> =>
  db
    .selectFrom('attachments as a')
    .innerJoin('request_updates as u', 'u.id', 'a.subject_id')
    .innerJoin('requests as r', 'r.id', 'u.request_id')
    .select('a.id')
    .where('a.subject_kind', '=', 'request-update')
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .orderBy('a.id')
    .execute();
