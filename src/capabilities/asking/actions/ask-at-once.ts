import type { Within } from '../../../platform/database/database.ts';
import { pendingById } from '../queries/pending.ts';
import { whoIsAsked } from '../who-is-asked.ts';
import { holdRequest } from './add-update.ts';
import { rulesOf, theirs } from './asking-now.ts';
import type { AskingParts } from './daily-messages.ts';
import { writeMessages } from './write-messages.ts';

/**
 * Writes at once to whoever is asked something that cannot wait, at whatever hour: only for a kind that is named as such.
 * Safe to be done twice: what stood in a message before goes no second time.
 */
export async function askAtOnce(
  within: Within,
  request: string,
  now: Temporal.Instant,
  parts: AskingParts,
): Promise<void> {
  await holdRequest(within, request);
  const pending = await pendingById(within, request);
  if (pending?.state !== 'open' || pending.listedTo) return;
  if (!parts.kinds.some(({ kind, urgent }) => kind === pending.kind && urgent)) return;
  const { calendar } = await rulesOf(within);
  const today = now.toZonedDateTimeISO(calendar.zone).toPlainDate();
  const asked = (await whoIsAsked(within, [pending], today)).get(request);
  if (!asked) return; // the daily run tells the lead
  const message = {
    asked: [{ request: theirs(pending, asked), why: 'new' as const }],
    told: [],
    tidings: [],
  };
  const writing = { now, today, day: null, zone: calendar.zone, ...parts };
  await writeMessages(within, [{ person: asked.person, message }], writing);
}
