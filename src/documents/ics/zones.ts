import { type Component, said } from './components.ts';
import { describedZone } from './described-zone.ts';
import { MOST_ZONES } from './limits.ts';
import type { ToInstant, ZoneOf } from './times.ts';

/**
 * The zones of a file: those of the world by their own names, with or without what some programs put before them
 * ("/citadel.org/20211207_1/Europe/London"); else as the file describes them, which Outlook does for names of its own.
 */
export function zonesOf(described: Component[], own: string): ZoneOf {
  const byName = new Map(described.slice(0, MOST_ZONES).map(zone => [said(zone, 'TZID') ?? '', zone]));
  const known = new Map<string, ToInstant | undefined>();
  return tzid => {
    if (!tzid) return inZone(own);
    if (!known.has(tzid)) known.set(tzid, zoneOf(tzid, byName.get(tzid)));
    return known.get(tzid);
  };
}

function zoneOf(tzid: string, described: Component | undefined): ToInstant | undefined {
  const likely = [
    tzid,
    tzid.split('/').slice(-2).join('/'),
    (described && said(described, 'X-LIC-LOCATION')) ?? '',
  ];
  const named = likely.find(isZone);
  if (named) return inZone(named);
  const byRule = described && describedZone(described);
  if (byRule) return byRule;
  const elsewhere = CALLED_BY_WINDOWS[tzid];
  return elsewhere ? inZone(elsewhere) : undefined;
}

const inZone =
  (name: string): ToInstant =>
  wall =>
    wall.toZonedDateTime(name).toInstant();

function isZone(name: string): boolean {
  try {
    new Temporal.Instant(0n).toZonedDateTimeISO(name);
    return /[a-z]/i.test(name); // an offset alone ("+01:00") knows no summer
  } catch {
    return false;
  }
}

/** The names that Windows gives the zones of the islands and of its neighbours, where a file describes none. */
const CALLED_BY_WINDOWS: Record<string, string> = {
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'GTB Standard Time': 'Europe/Bucharest',
  'FLE Standard Time': 'Europe/Kyiv',
  'Eastern Standard Time': 'America/New_York',
  'India Standard Time': 'Asia/Kolkata',
  '(UTC+00:00) Dublin, Edinburgh, Lisbon, London': 'Europe/London',
};
