import type { Within } from '../../../platform/database/database.ts';
import { isWorkingDay, type WorkingCalendar, workingDaysAfter } from '../../../timing/working/working.ts';
import { ask, askedOfRecords } from '../../asking/index.ts';
import { workingCalendarOf } from '../../organisations/index.ts';
import { OCCURRENCE } from '../occurrence.ts';
import { dueToBeAsked, type ToAsk } from '../queries/due-to-be-asked.ts';
import { occurrencesAsked } from '../queries/occurrences-asked.ts';
import { horizonsOn } from '../queries/tempo.ts';
import type { When } from '../when.ts';
import { type Entry, entriesOf } from './entries.ts';
import { EVIDENCE_ASKED, EVIDENCE_FIELDS, evidenceChoices, evidenceQuestion } from './kinds.ts';

/** Occurrences in one transaction: what a worker that dies has to do again. */
export const AT_ONCE = 500;

/** Working days that somebody has to answer who is asked about what is overdue already. */
const DAYS_TO_SAY = 2;

/**
 * Asks whoever does it about what is due soon, or overdue: one entry for each promise and person, in their one daily
 * message. What was asked is not asked again, so that after days without a worker it is caught up once.
 * @returns how many occurrences were looked at; as many as `atOnce` where there may be more
 */
export async function askWhatIsDue(within: Within, { now, today }: When, atOnce = AT_ONCE): Promise<number> {
  const calendar = await workingCalendarOf(within);
  if (!isWorkingDay(today, calendar)) return 0;
  const found = await dueToBeAsked(within, today, { horizons: horizonsOn(today, calendar), most: atOnce });
  await askAbout(within, found, { now, today, calendar });
  return found.length;
}

type Asking = When & { calendar: WorkingCalendar; urgent?: boolean };

/** Asks about all that was found, and notes that it was asked about. */
export async function askAbout(within: Within, found: ToAsk[], asking: Asking): Promise<void> {
  const toAsk = await besidesWaiting(within, found);
  const records = await occurrencesAsked(
    within,
    toAsk.map(({ id }) => id),
  );
  for (const entry of entriesOf(toAsk)) await askOne(within, entry, records, asking);
  await noteAsked(within, found, asking.today);
}

/** Who was asked before its day and has not answered is reminded by that request. */
async function besidesWaiting(within: Within, found: ToAsk[]): Promise<ToAsk[]> {
  const ids = found.filter(({ again }) => again).map(({ id }) => id);
  const asked = await askedOfRecords(within, EVIDENCE_ASKED, { kind: OCCURRENCE, ids });
  const waiting = new Set(asked.filter(({ state }) => state !== 'answered').map(({ record }) => record));
  return found.filter(({ id }) => !waiting.has(id));
}

async function askOne(
  within: Within,
  { owner, occurrences, conditional, heldOnly, by, dueAt }: Entry,
  records: Awaited<ReturnType<typeof occurrencesAsked>>,
  { now, today, calendar, urgent = false }: Asking,
): Promise<void> {
  const many = occurrences.length;
  const over = Temporal.PlainDate.compare(by, today) < 0;
  const ahead = dueAt !== null && Temporal.Instant.compare(dueAt, now) > 0;
  await ask(
    within,
    {
      kind: EVIDENCE_ASKED,
      of: { owner },
      what: evidenceQuestion(many, heldOnly, urgent && ahead),
      about: occurrences.map(id => ({ kind: OCCURRENCE, id, ...records.get(id)! })),
      by: over ? workingDaysAfter(today, DAYS_TO_SAY, calendar) : by,
      byAt: over ? null : dueAt,
      choices: evidenceChoices({ many, conditional }),
      fields: heldOnly ? [] : EVIDENCE_FIELDS,
      urgent,
      once: `${EVIDENCE_ASKED} ${occurrences[0]} ${today}`,
    },
    now,
  );
}

/** What was asked stands: a series that changes leaves it. */
async function noteAsked({ db }: Within, found: ToAsk[], today: Temporal.PlainDate): Promise<void> {
  const ids = found.map(({ id }) => id);
  if (ids.length)
    await db.updateTable('occurrences').set({ asked_on: today }).where('id', 'in', ids).execute();
}
