import type { WorkingCalendar } from '../../../timing/working/working.ts';
import type { AskingSettings } from '../settings.ts';
import type { Tiding } from '../tiding.ts';
import { type Reminders, reminderBetween, remindersIn } from './reminders.ts';
import { mayGo, nextSending, type Quiet } from './sending-time.ts';

type Day = Temporal.PlainDate;

/** Something that is asked of somebody today, of themselves or because they stand in. */
export type OpenRequest = {
  id: string;
  by: Day;
  askedAt: Temporal.Instant;
  /** When it last stood in a message to this same person; to anyone else it is new. */
  listedOn: Day | null;
  /** They asked to be asked again on this day. */
  snoozedUntil: Day | null;
};

/** Why a request stands in a message: what is new in it, or that it waits still. */
export type Why = 'new' | 'soon' | 'today' | 'late' | 'again' | 'waiting';

/**
 * Another one's request that somebody is told of: nobody answered, it is not theirs, nobody can be asked, or the message
 * that it stood in did not arrive.
 */
export const WHY_TOLD = ['silent', 'not-theirs', 'nobody', 'undelivered'] as const;
export type WhyTold = (typeof WHY_TOLD)[number];

export type DailyFacts<R extends OpenRequest, T> = {
  requests: R[];
  /** What they have to be told and were not yet. */
  told: T[];
  /** What they are told that asks nothing of them. */
  tidings: Tiding[];
  /** The day of their last daily message. */
  lastMessage: Day | null;
};

export type DailyMessage<R, T> = { asked: { request: R; why: Why }[]; told: T[]; tidings: Tiding[] };

export type NoMessage = { none: Quiet | 'already-today' | 'nothing-asked' | 'nothing-new' };

/** By which settings and calendar an organisation asks; made once for many people. */
export type AskingRules = {
  settings: AskingSettings;
  calendar: WorkingCalendar;
  reminders: (by: Day) => Reminders;
};

export const askingRules = (settings: AskingSettings, calendar: WorkingCalendar): AskingRules => ({
  settings,
  calendar,
  reminders: remindersIn(settings, calendar),
});

const { compare } = Temporal.PlainDate;

/**
 * Whether somebody gets their daily message at a moment, and what is in it: everything that is asked of them, where
 * something of it is new or due, and what they are told of others. What was asked since the hour of the message waits for
 * the next day's, so that of many things asked in a morning the first does not keep the others waiting.
 */
export function dailyMessageOf<R extends OpenRequest, T>(
  { requests, told, tidings, lastMessage }: DailyFacts<R, T>,
  at: Temporal.Instant,
  { settings, calendar, reminders }: AskingRules,
): DailyMessage<R, T> | NoMessage {
  const time = mayGo(at, settings, calendar);
  if (typeof time === 'string') return { none: time };
  const today = at.toZonedDateTimeISO(calendar.zone).toPlainDate();
  if (lastMessage && compare(lastMessage, today) >= 0) return { none: 'already-today' };
  const asked = requests
    .filter(({ askedAt }) => Temporal.Instant.compare(askedAt, time.since) <= 0)
    .filter(({ snoozedUntil }) => !snoozedUntil || compare(snoozedUntil, today) <= 0)
    .map(request => ({ request, why: whyListed(request, today, reminders(request.by)) }));
  const tells = told.length > 0 || tidings.length > 0;
  if (!asked.length && !tells) return { none: 'nothing-asked' };
  if (!tells && asked.every(({ why }) => why === 'waiting')) return { none: 'nothing-new' };
  return { asked: asked.sort(byUrgency), told, tidings };
}

export const isMessage = <R, T>(found: DailyMessage<R, T> | NoMessage): found is DailyMessage<R, T> =>
  'asked' in found;

function whyListed({ listedOn, snoozedUntil }: OpenRequest, today: Day, reminders: Reminders): Why {
  if (!listedOn) return 'new';
  if (snoozedUntil && compare(snoozedUntil, listedOn) > 0) return 'again';
  return reminderBetween(reminders, listedOn, today) ?? 'waiting';
}

/** What is due first stands first; of what is due on one day, what was asked first. */
function byUrgency(a: { request: OpenRequest }, b: { request: OpenRequest }): number {
  return (
    compare(a.request.by, b.request.by) ||
    Temporal.Instant.compare(a.request.askedAt, b.request.askedAt) ||
    (a.request.id < b.request.id ? -1 : 1)
  );
}

/**
 * Nobody has answered long enough that somebody else is told: from the day it was due, or was asked where that is later,
 * or came to whoever is asked now.
 */
export function isSilent(
  {
    by,
    askedAt,
    anewAt,
    snoozedUntil,
  }: Pick<OpenRequest, 'by' | 'askedAt' | 'snoozedUntil'> & { anewAt?: Temporal.Instant | null },
  today: Day,
  { calendar, reminders }: AskingRules,
): boolean {
  if (snoozedUntil && compare(snoozedUntil, today) > 0) return false;
  const asked = (anewAt ?? askedAt).toZonedDateTimeISO(calendar.zone).toPlainDate();
  return compare(reminders(compare(asked, by) > 0 ? asked : by).silentFrom, today) <= 0;
}

/** How far ahead the next message is looked for, in sendings: two months of working days. */
const FURTHEST = 45;

/** The next message that somebody gets if nothing changes, and when. */
export function nextMessageOf<R extends OpenRequest, T>(
  facts: DailyFacts<R, T>,
  now: Temporal.Instant,
  rules: AskingRules,
): { at: Temporal.Instant; message: DailyMessage<R, T> } | undefined {
  let at = nextSending(now, rules.settings, rules.calendar);
  for (let tried = 0; tried < FURTHEST; tried++) {
    const message = dailyMessageOf(facts, at, rules);
    if (isMessage(message)) return { at, message };
    const tomorrow = at.toZonedDateTimeISO(rules.calendar.zone).add({ days: 1 }).startOfDay();
    at = nextSending(tomorrow.toInstant(), rules.settings, rules.calendar);
  }
  return undefined;
}
