import type { Within } from '../../../platform/database/database.ts';
import { type Pending, pendingById } from '../queries/pending.ts';
import { whoIsAsked } from '../who-is-asked.ts';
import { holdRequest } from './add-update.ts';
import { rulesOf, tellers, theirs } from './asking-now.ts';
import type { AskingParts } from './daily-messages.ts';
import { type MessageTo, writeMessages } from './write-messages.ts';

/**
 * Writes at once to whoever is asked something that cannot wait, at whatever hour: only for a kind that is named as such.
 * Where nobody can be asked, to whoever leads: by the next morning it would be over.
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
  const message =
    (await toWhomever(within, pending, today)) ?? (await toWhoeverLeads(within, pending, today));
  if (!message) return; // the daily run notes that nobody is named
  const writing = { now, today, day: null, zone: calendar.zone, ...parts };
  await writeMessages(within, [message], writing);
}

type Day = Temporal.PlainDate;

async function toWhomever(within: Within, pending: Pending, today: Day): Promise<MessageTo | undefined> {
  const asked = (await whoIsAsked(within, [pending], today)).get(pending.id);
  if (!asked) return undefined;
  const one = { request: theirs(pending, asked), why: 'new' as const };
  return { person: asked.person, message: { asked: [one], told: [], tidings: [] } };
}

async function toWhoeverLeads(within: Within, pending: Pending, today: Day): Promise<MessageTo | undefined> {
  if (pending.toldAt) return undefined;
  const lead = await tellers(within, today)(pending.person?.id);
  if (!lead) return undefined;
  const { name } = (pending.person ?? pending.owner)!;
  const one = { pending, why: 'nobody' as const, of: name };
  return { person: lead, message: { asked: [], told: [one], tidings: [] } };
}
