import type { Within } from '../../../platform/database/database.ts';
import { meant } from '../../../timing/series/beside.ts';
import type { Entry } from '../../../timing/series/known.ts';
import { calendarsKnown } from '../../calendars/index.ts';
import { LONGEST_TITLE, type NewHappening } from '../happening.ts';
import { type CalendarRule, calendarRules, sourcesRecorded } from '../queries/happening-rules.ts';
import { zoneOf } from '../queries/zone.ts';
import { recordHappening } from './record-happening.ts';

/**
 * Records the entries of calendars that have begun since somebody said that they set promises off, in the order in which
 * they began: each once, also where nobody looked for days.
 */
export async function followCalendars(within: Within, now: Temporal.Instant): Promise<number> {
  const rules = await calendarRules(within);
  if (!rules.length) return 0;
  const known = await calendarsKnown(within, [...new Set(rules.map(({ calendar }) => calendar))]);
  const zone = await zoneOf(within);
  const begun = rules
    .flatMap(rule =>
      meant(known.get(rule.calendar)?.entries ?? [], rule.called || undefined).map(entry =>
        happened(rule, entry, zone),
      ),
    )
    .filter(
      ({ at, since }) => Temporal.Instant.compare(at, since) >= 0 && Temporal.Instant.compare(at, now) <= 0,
    )
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at));
  const recorded = await sourcesRecorded(
    within,
    begun.map(({ source }) => source!),
  );
  const fresh = begun.filter(({ source }) => !recorded.has(source!));
  for (const { since: _, ...one } of fresh) await recordHappening(within, one, 'surely', now);
  return fresh.length;
}

function happened(
  { calendarName, kind, madeAt }: CalendarRule,
  { id, title, from, at = '00:00' }: Entry,
  zone: string,
): NewHappening & { since: Temporal.Instant } {
  const begins = Temporal.PlainDate.from(from).toZonedDateTime({ timeZone: zone, plainTime: at });
  return {
    kind,
    title: title.slice(0, LONGEST_TITLE),
    note: `From the calendar “${calendarName}”.`,
    at: begins.toInstant(),
    source: `calendar:${id}:${kind}`,
    since: madeAt,
  };
}
