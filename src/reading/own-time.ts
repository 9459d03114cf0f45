import type { Span } from '../timing/calendar.ts';
import { daysOfPeriod } from '../timing/own-period.ts';
import type { TimingFacts, YearFacts } from '../timing/schedule.ts';

/** What a document says of its own time; years, months or days ("2025", "2025-04", "2025-04-08"). */
export type OwnTime = { dated: string | null; period: { from: string; to: string } | null };

/** A document's own date, else the start of its period, gives the year to dates without one; its period does so better. */
export function timingFactsOf(
  { dated, period }: OwnTime,
  { today, ownYear }: { today: Temporal.PlainDate; ownYear?: YearFacts },
): TimingFacts {
  const days = period && asText(daysOfPeriod(period, ownYear));
  const year = Number((dated ?? period?.from ?? '').slice(0, 4));
  return {
    today,
    ...ownYear,
    ...(year ? { documentYear: year } : {}),
    ...(days ? { documentPeriod: days } : {}),
  };
}

const asText = ({ from, by }: Partial<Span>) => from && by && { from: from.toString(), by: by.toString() };
