import type { TimingFacts, YearFacts } from '../timing/schedule.ts';

/** What a document says of its own time; years, months or days ("2025", "2025-04", "2025-04-08"). */
export type OwnTime = { dated: string | null; period: { from: string; to: string } | null };

/** A document's own date, else the start of its period, gives the year to dates without one; its period does so better. */
export function timingFactsOf(
  { dated, period }: OwnTime,
  { today, ownYear }: { today: Temporal.PlainDate; ownYear?: YearFacts },
): TimingFacts {
  const first = ownYear?.financialYearStart?.month ?? 4;
  const year = Number((dated ?? period?.from ?? '').slice(0, 4));
  return {
    today,
    ...ownYear,
    ...(year ? { documentYear: year } : {}),
    ...(period
      ? { documentPeriod: { from: firstDay(period.from, first), by: lastDay(period.to, first) } }
      : {}),
  };
}

/** A plan for "2024/25" runs with the financial year, from April to March where none else is set; with months it says so itself. */
const firstDay = (text: string, first: number) =>
  text.length === 4 ? `${text}-${String(first).padStart(2, '0')}-01` : `${text}-01`.slice(0, 10);

function lastDay(text: string, first: number): string {
  const [year = 0, month = first === 1 ? 12 : first - 1, day = 31] = text.split('-').map(Number);
  return Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day }).toString();
}
