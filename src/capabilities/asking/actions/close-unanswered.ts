import { sql } from 'kysely';
import { count } from '../../../language/words.ts';
import type { Within } from '../../../platform/database/database.ts';
import { recordMany } from '../../../platform/history/history.ts';
import { requestSubject } from '../request.ts';
import { rulesOf } from './asking-now.ts';

/**
 * Closes what nobody answered for months after the last that was done about it: it was due, was put off, went to somebody
 * else, and the manager or lead was told. Only the request is over: what was asked about stands as it is, a miss as a miss.
 * Safe to be done however often.
 */
export async function closeUnanswered(within: Within, now: Temporal.Instant): Promise<void> {
  const { settings, calendar } = await rulesOf(within);
  const { zone } = calendar;
  const long = now.toZonedDateTimeISO(zone).toPlainDate().subtract({ months: settings.closeAfter });
  const dayOf = (moment: string) => sql`(r.${sql.ref(moment)} at time zone ${zone})::date`;
  const { rows } = await sql<{ id: string }>`
    update requests r set state = 'unanswered', settled_at = ${now}, version = r.version + 1
    where r.state in ('open', 'not-theirs') and r.told_at is not null
      and greatest(r.by_day, r.snoozed_until, ${dayOf('told_at')}, ${dayOf('anew_at')}) < ${long}::date
    returning r.id`.execute(within.db);
  const why = `nobody answered for ${count(settings.closeAfter, 'month')} after somebody was told`;
  const changes = [{ field: 'why', before: null, after: why }];
  const deeds = rows.map(({ id }) => ({
    subject: requestSubject(id),
    action: 'closed without an answer',
    changes,
  }));
  await recordMany(within, deeds, now);
}
