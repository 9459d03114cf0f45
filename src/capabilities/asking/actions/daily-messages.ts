import type { Within } from '../../../platform/database/database.ts';
import { holdBack } from '../../../platform/mail/hold-back.ts';
import type { RequestKind } from '../kind.ts';
import { DAILY } from '../message-kinds.ts';
import { pendingRequests, writtenOn } from '../queries/pending.ts';
import { dailyMessageOf, isMessage } from '../rules/daily-message.ts';
import { mayGo, nextSending } from '../rules/sending-time.ts';
import { type AskingNow, askingNow, rulesOf } from './asking-now.ts';
import { noteFoundAgain } from './found-again.ts';
import { noteUndelivered } from './undelivered.ts';
import { type MessageTo, writeMessages } from './write-messages.ts';

/** What messages need besides the organisation's data: where links lead, and what the kinds of request say of theirs. */
export type AskingParts = { url: string; kinds: readonly RequestKind[] };

/** Messages of one transaction: what a worker that dies has to do again, and how long others wait for these rows. */
export const AT_ONCE = 1000;

/**
 * Writes their daily message to everybody who is due one, and to no one twice on a day, however often it is called.
 * @returns how many were written; as many as `atOnce` where there may be more
 */
export async function writeDailyMessages(
  within: Within,
  now: Temporal.Instant,
  parts: AskingParts,
  atOnce = AT_ONCE,
): Promise<number> {
  await noteUndelivered(within, now);
  const rules = await rulesOf(within);
  const today = now.toZonedDateTimeISO(rules.calendar.zone).toPlainDate();
  await noteFoundAgain(within, { now, today });
  if (typeof mayGo(now, rules.settings, rules.calendar) === 'string') {
    // what the mail server kept back over the day does not arrive by night
    await holdBack(within, DAILY, nextSending(now, rules.settings, rules.calendar));
    return 0;
  }
  const written = await writtenOn(within, today, rules.calendar.zone);
  const { facts, untold } = await askingNow(within, await pendingRequests(within), today, { rules, written });
  await noteUntold(within, untold, now);
  const due: MessageTo[] = [];
  for (const one of facts.values()) {
    const message = dailyMessageOf(one, now, rules);
    if (isMessage(message)) due.push({ person: one.person, message });
    if (due.length === atOnce) break;
  }
  await writeMessages(within, due, { now, today, day: today, zone: rules.calendar.zone, ...parts });
  return due.length;
}

/** That nobody is named whom it could be told is noted once; the list of requests says so. */
async function noteUntold({ db }: Within, untold: AskingNow['untold'], now: Temporal.Instant): Promise<void> {
  for (const [why, some] of Map.groupBy(untold, one => one.why)) {
    const ids = some.map(({ pending }) => pending.id);
    await db.updateTable('requests').set({ told_at: now, told_why: why }).where('id', 'in', ids).execute();
  }
}
