import type { Within } from '../../../platform/database/database.ts';
import { LINE_HOLDS } from './state-by-day.ts';

/** A promise that still holds, of a plan that is there, as the page shows it on which it is postponed. */
export async function postponable({ db }: Within, id: string) {
  return db
    .selectFrom('promises as p')
    .innerJoin('plans as pl', 'pl.id', 'p.plan_id')
    .leftJoin('lines as l', 'l.id', 'p.line_id')
    .select(['p.id', 'p.about', 'p.version', 'pl.id as plan', 'pl.title as planTitle', 'l.id as line'])
    .select(['p.postponed_until as until', 'p.postponed_why as why'])
    .where('p.id', '=', id)
    .where('p.ended_on', 'is', null)
    .where('pl.removed_at', 'is', null)
    .where(LINE_HOLDS)
    .executeTakeFirst();
}
