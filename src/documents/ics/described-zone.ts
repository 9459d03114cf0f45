import { RRuleTemporal } from 'rrule-temporal';
import { type Component, said } from './components.ts';
import { isTooFine } from './limits.ts';
import { type ToInstant, timeOf, UNIVERSAL } from './times.ts';

const { PlainDateTime } = Temporal;

/** From when on clocks show how much more than universal time; both in seconds. */
type Observance = { starts: Temporal.PlainDateTime; rule: string | undefined; before: number; after: number };
type Onset = { at: Temporal.PlainDateTime; after: number };

/** The clock of a zone as a file describes it (RFC 5545, 3.6.5); nothing where the description cannot be read. */
export function describedZone(zone: Component): ToInstant | undefined {
  const observances = zone.inner.map(observanceOf);
  const all = observances.filter(one => one !== undefined);
  if (!all.length || all.length < observances.length || isTooFine(all)) return undefined;
  const years = new Map<number, Onset[]>();
  const onsets = (year: number): Onset[] => {
    if (!years.has(year)) years.set(year, onsetsAround(year, all));
    return years.get(year)!;
  };
  const earliest = all.reduce((a, b) => (PlainDateTime.compare(b.starts, a.starts) < 0 ? b : a));
  return wall => {
    const last = onsets(wall.year).findLast(({ at }) => PlainDateTime.compare(at, wall) <= 0);
    return UNIVERSAL(wall).subtract({ seconds: last?.after ?? earliest.before });
  };
}

function observanceOf(part: Component): Observance | undefined {
  const starts = timeOf(fromOurTime(said(part, 'DTSTART') ?? ''), UNIVERSAL);
  const [before, after] = ['TZOFFSETFROM', 'TZOFFSETTO'].map(name => secondsOf(said(part, name) ?? ''));
  if (!starts || !('wall' in starts) || before === undefined || after === undefined) return undefined;
  const rule = said(part, 'RRULE');
  // every description in use repeats by the year; what repeats more often is none
  return rule && !/FREQ=YEARLY/i.test(rule) ? undefined : { starts: starts.wall, rule, before, after };
}

/** Outlook lets its zones begin in 1601; the weekdays of a rule are the same from whichever year one counts. */
const fromOurTime = (text: string): string => text.replace(/^1[0-8]\d\d/, '1900');

function secondsOf(text: string): number | undefined {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(text.trim()) ?? [];
  if (!sign) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** The changes of a year and of the one before, in their order. */
function onsetsAround(year: number, observances: Observance[]): Onset[] {
  const first = new Temporal.PlainDate(year - 1, 1, 1);
  const found = observances.flatMap(({ starts, rule, after }) =>
    changesOf(starts, rule, first).map(at => ({ at, after })),
  );
  return found.sort((a, b) => PlainDateTime.compare(a.at, b.at));
}

function changesOf(
  starts: Temporal.PlainDateTime,
  rule: string | undefined,
  first: Temporal.PlainDate,
): Temporal.PlainDateTime[] {
  if (!rule) return [starts];
  const from = first.toZonedDateTime('UTC');
  const begins = starts.toZonedDateTime('UTC');
  try {
    const repeated = new RRuleTemporal({ rruleString: rule, dtstart: begins });
    return repeated
      .between(from, from.add({ years: 2 }), true)
      .map(one => PlainDateTime.from(one.toString().slice(0, 19)));
  } catch {
    return [starts];
  }
}
