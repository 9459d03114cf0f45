import { type Refusal, refuse } from '../../../language/refusal.ts';
import type { Within } from '../../../platform/database/database.ts';
import { record } from '../../../platform/history/history.ts';
import { requestSubject } from '../request.ts';
import { mayPutOff, type NotPutOff } from '../rules/putting-off.ts';
import { actorOf, type Sayer } from '../update.ts';
import { addUpdate, holdRequest } from './add-update.ts';
import { rulesOf } from './asking-now.ts';

/** Somebody wants to be asked again later; until then nothing reminds them, and nobody is told that they are silent. */
export async function putOff(
  within: Within,
  request: string,
  until: Temporal.PlainDate,
  { by, now, today }: { by: Sayer; now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<{ until: Temporal.PlainDate } | Refusal<'not-open' | NotPutOff>> {
  const acting = { ...within, actor: actorOf(by) };
  const held = await holdRequest(acting, request);
  if (held?.state !== 'open') return refuse('not-open');
  const refused = mayPutOff({ snoozes: held.snoozes, until }, today, await rulesOf(within));
  if (refused) return refuse(refused);
  await addUpdate(acting, request, { kind: 'later', until }, by, now);
  await within.db
    .updateTable('requests')
    .set(row => ({ snoozed_until: until, snoozes: row('snoozes', '+', 1), version: row('version', '+', 1) }))
    .where('id', '=', request)
    .execute();
  const change = { field: 'asked again on', before: null, after: until.toString() };
  await record(acting, requestSubject(request), 'put off', [change], now);
  return { until };
}
