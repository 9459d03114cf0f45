/** A document's period as it names it: "2025", "2025-04", "2025-04-01"; the last day of a month or year where it ends with one. */
export function lastDayOf(named: string | null): Temporal.PlainDate | undefined {
  const [year, month, day] = parts(named) ?? [];
  if (!year) return undefined;
  if (day) return Temporal.PlainDate.from({ year, month: month!, day });
  const first = Temporal.PlainDate.from({ year, month: month ?? 12, day: 1 });
  return first.with({ day: first.daysInMonth });
}

export function firstDayOf(named: string | null): Temporal.PlainDate | undefined {
  const [year, month = 1, day = 1] = parts(named) ?? [];
  return year ? Temporal.PlainDate.from({ year, month, day }) : undefined;
}

const parts = (named: string | null): number[] | undefined =>
  named && /^\d{4}(-\d\d){0,2}$/.test(named) ? named.split('-').map(Number) : undefined;
